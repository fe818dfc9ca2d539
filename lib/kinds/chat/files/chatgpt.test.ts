import { expect, test } from "vitest";
import { readConversation } from "./chatgpt";

const message = (text: string) => ({ author: { role: "user" }, content: { content_type: "text", parts: [text] } });
type Node = [string, { parent: string | null; message: unknown }];
const quiet = (id: string, parent: string | null): Node => [id, { parent, message: null }];
const said = (id: string, parent: string | null): Node => [id, { parent, message: message(id) }];
/** A chain that says nothing but its last word, `end`, behind `last`. */
const chain = (length: number): Node[] => [
	...Array.from({ length }, (_, n) => quiet(n === length - 1 ? "last" : `n${n}`, n === 0 ? null : `n${n - 1}`)),
	said("end", "last"),
];
const many = <T>(length: number, make: (n: number) => T) => Array.from({ length }, (_, n) => make(n));

/** The last words of the chats, or why there is none. */
function branchesOf(nodes: Node[]) {
	const value = { title: "Tree", current_node: "end", mapping: Object.fromEntries(nodes) };
	const read = readConversation(value, { branches: true, room: 1_000_000, now: "2026-11-01T00:00:00.000Z" });
	return read.map((each) => ("chat" in each ? each.chat.messages.at(-1)?.message : each.skipped.reason));
}
const tooMany = "It has more branches than can be brought in";

test("branches of a very long conversation come in as long as walking over them is worth it", () => {
	const leaves = many(200, (n) => said(`leaf${n}`, "last"));
	expect(branchesOf([...chain(120_000), ...leaves])).toEqual(["end", "leaf0", "leaf1", "leaf2", "leaf3", tooMany]);
});

test("a leaf costs no more than what is new on the way to it", () => {
	const leaves = many(40, (n) => quiet(`quiet${n}`, "last"));
	expect(branchesOf([...chain(60_000), ...leaves, said("leaf", "last")])).toEqual(["end", "leaf"]);
});

test("leaves that run into a circle use up the steps too", () => {
	const circle = many(100_000, (n) => quiet(`c${n}`, `c${(n + 1) % 100_000}`));
	const leaves = many(40, (n) => quiet(`into${n}`, "c0"));
	expect(branchesOf([...chain(2), ...circle, ...leaves, said("leaf", "last")])).toEqual(["end", tooMany]);
});

test("leaves without text count as branches", () => {
	const leaves = (count: number) => [...many(count, (n) => quiet(`quiet${n}`, "last")), said("leaf", "last")];
	expect(branchesOf([...chain(2), ...leaves(49)])).toEqual(["end", "leaf"]);
	expect(branchesOf([...chain(2), ...leaves(50)])).toEqual(["end", tooMany]);
});
