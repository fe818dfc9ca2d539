const hosts = /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/;
const idForm = /^[\w-]{11}$/;

/** The id of the video that an address leads to; null for any other text. */
export function youtubeIdOf(address: string): string | null {
	if (!/^https?:\/\//i.test(address) || address.length > 2_000 || !URL.canParse(address)) return null;
	const { hostname, pathname, searchParams } = new URL(address);
	const [, first = "", second = ""] = pathname.split("/");
	const id =
		hostname === "youtu.be"
			? first
			: hosts.test(hostname)
				? (searchParams.get("v") ?? (/^(?:embed|shorts|live|v)$/.test(first) ? second : ""))
				: "";
	return idForm.test(id) ? id : null;
}

/** The same for what somebody typed: an id by itself, an address of any form, also one without `https://`. */
export function typedYoutubeId(text: string): string | null {
	const typed = text.trim();
	return idForm.test(typed) ? typed : (youtubeIdOf(typed) ?? youtubeIdOf(`https://${typed}`));
}
