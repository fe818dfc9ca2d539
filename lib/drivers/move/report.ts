import { isDeepStrictEqual } from "node:util";
import type { Compared, checkFiles, Sum } from "./verify";

type Outcome = {
	compared: Compared[];
	files: Awaited<ReturnType<typeof checkFiles>>;
	/** The installation's keys on both sides. */
	secrets: [Record<string, string>, Record<string, string>];
};

/** Prints what was compared, and what differs; true when nothing does. */
export function report({ compared, files, secrets: [one, other] }: Outcome, say: (line: string) => void): boolean {
	const wide = Math.max(...compared.map(({ name }) => name.length));
	say(`\n${"table".padEnd(wide)}  ${"rows".padStart(10)}  checksum`);
	for (const { name, from, to, same } of compared) {
		const verdict = same ? "equal" : `DIFFERENT: ${to.count.toLocaleString("en")} rows, ${to.checksum}${counters(from, to)}`;
		say(`${name.padEnd(wide)}  ${from.count.toLocaleString("en").padStart(10)}  ${from.checksum}  ${verdict}`);
	}
	const { count, bytes, wrong } = files;
	say(`${"files".padEnd(wide)}  ${count.toLocaleString("en").padStart(10)}  ${bytes.toLocaleString("en")} bytes, ${wrong.length} wrong`);

	const problems = [...compared.flatMap(({ differing }) => differing), ...wrong];
	if (!isDeepStrictEqual(one, other)) problems.push("the installation's keys differ: everybody would be signed out");
	if (problems.length > 0) say(`\nNot equal:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
	if (compared.some(({ same }) => !same))
		say("\nIf the source was used in between, stop it and move again with --afresh, which empties the target first.");
	return problems.length === 0 && compared.every(({ same }) => same);
}

const counters = (from: Sum, to: Sum) => (from.counted === to.counted ? "" : `, the last number is ${to.counted}, not ${from.counted}`);
