import { expect, test } from "vitest";
import { fixture as note } from "../note/fixture";
import { note as noteKind } from "../note/kind";
import { fixture as list } from "./fixture";
import { list as listKind } from "./kind";

test("samples are what their kinds hold", () => {
	expect(listKind.content.parse(list.content)).toEqual(list.content);
	expect(noteKind.content.parse(note.content)).toEqual(note.content);
	expect(listKind.note(listKind.content.parse(list.content))).toBe("3 of 7 done");
	expect(noteKind.note(noteKind.content.parse(note.content))).toMatch(/^The hut is ours/);
});

test("a kind publishes what its links show, and made empty it is whole", () => {
	expect(listKind.publish({ ...list.content, secret: 1 })).toEqual(list.content);
	expect(noteKind.publish({ ...note.content, secret: 1 })).toEqual(note.content);
	expect(listKind.content.parse({})).toEqual({ items: [], category: "", color_value: "#008053" });
	expect(noteKind.content.parse({})).toEqual({ content: "", category: "", color_value: "#897311" });
	expect(listKind.content.parse(listKind.publish(list.content))).toEqual(list.content);
});
