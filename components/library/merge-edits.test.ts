import { expect, test } from "vitest";
import { mergeEdits } from "./merge-edits";

const known = { name: "Night drive", description: "", songs: ["1", "2", "3"] };

test.each([
	["nothing changed elsewhere", {}, { name: "Mine" }, [], []],
	["another field changed elsewhere", { songs: ["1"] }, { name: "Mine" }, ["songs"], []],
	["the same field changed elsewhere", { name: "Theirs", songs: ["1"] }, { name: "Mine" }, ["songs"], ["name"]],
	["both changed it alike", { name: "Same" }, { name: "Same" }, [], []],
	["the same songs in another order", { songs: ["3", "2", "1"] }, { songs: ["2", "1", "3"] }, [], ["songs"]],
	["nothing was changed here", { name: "Theirs" }, {}, ["name"], []],
])("%s", (_what, elsewhere, mine, adopt, conflicts) => {
	expect(mergeEdits(known, { ...known, ...elsewhere }, mine)).toEqual({ adopt, merged: {}, conflicts });
});

test("a field that can be merged is no conflict, unless even that cannot", () => {
	const longer = (_known: string, theirs: string, mine: string) => (theirs === "?" ? null : `${theirs}+${mine}`);
	const merges = { name: longer, description: longer };
	const theirs = { ...known, name: "Theirs", description: "?" };
	expect(mergeEdits(known, theirs, { name: "Mine", description: "Mine" }, merges)).toEqual({
		adopt: [],
		merged: { name: "Theirs+Mine" },
		conflicts: ["description"],
	});
});
