// Reads what Node's profiler wrote.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const shown = 40;

/** The functions in which a server's main thread spent most time after so many ms, in lines with their part of it. */
export function hottest(folder, after) {
	const files = readdirSync(folder).map((name) => join(folder, name));
	// Worker threads have profiles of their own, far smaller.
	const [largest] = files.sort((a, b) => statSync(b).size - statSync(a).size);
	const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(largest, "utf8"));
	const names = new Map(
		nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
			const place = url.split("/").slice(-2).join("/");
			return [id, `${functionName || "(unnamed)"} ${place && `${place}:${lineNumber + 1}`}`.trim()];
		}),
	);
	const spent = new Map();
	let busy = 0;
	let passed = 0;
	samples.forEach((id, at) => {
		const name = names.get(id);
		passed += timeDeltas[at];
		if (name === "(idle)" || passed < after * 1000) return;
		busy += timeDeltas[at];
		spent.set(name, (spent.get(name) ?? 0) + timeDeltas[at]);
	});
	const sorted = [...spent].sort((a, b) => b[1] - a[1]).slice(0, shown);
	return sorted.map(([name, time]) => `${((time / busy) * 100).toFixed(1).padStart(5)} %  ${name.slice(0, 120)}`);
}
