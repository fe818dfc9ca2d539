// Read by every Node that somebody may have: no syntax newer than Node 14 here or in the files that import only this one.

export const oldestNode = "20.19";

/** What to tell somebody whose Node (`version` as in process.versions.node) is too old; null when it is new enough. */
export function complaintAboutNode(version) {
	const [major, minor] = version.split(".").map(Number);
	const [oldestMajor, oldestMinor] = oldestNode.split(".").map(Number);
	if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
	return `Passalong needs Node ${oldestNode} or newer; this is Node ${version}. https://nodejs.org has the current one.`;
}

/** Ends the script, with a word, on a Node that is too old. What follows is imported after this call: it would not even parse there. */
export function refuseOldNode() {
	const complaint = complaintAboutNode(process.versions.node);
	if (!complaint) return;
	console.error(complaint);
	process.exit(1);
}
