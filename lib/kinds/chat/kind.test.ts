import { expect, test } from "vitest";
import { fixture } from "./fixture";
import { chat, longestMessage, mostMessages } from "./kind";

const message = (over: object = {}) => ({ id: 1, actor: "user", message: "Hello", created_at: "2026-10-03T09:14:02.000Z", ...over });
const isContent = (content: object) => chat.content.safeParse(content).success;

test("the sample fits", () => {
	expect(chat.content.parse(fixture.content)).toEqual(fixture.content);
});

test("a chat can be empty", () => {
	expect(chat.content.parse({})).toEqual({ model: "", messages: [], nextId: 1 });
	expect(chat.publish({})).toEqual({ model: "", messages: [] });
});

test("a hidden message is no part of what is published, and nothing tells of it", () => {
	const content = { model: "m", messages: [message({ message: "seen" }), message({ id: 2, message: "SECRET", hidden: true })], nextId: 3 };
	const published = chat.publish(content);
	expect(published).toEqual({ model: "m", messages: [message({ message: "seen" })] });
	expect(chat.tell({ title: "", description: "", content: chat.content.parse(published) }, 0).line).toBe("1 message");
});

test("what a snapshot keeps is read as a chat again", () => {
	const published = chat.publish(fixture.content);
	expect(chat.publish(published)).toEqual(published);
});

test("a message is 1 to 200,000 characters that can be shown", () => {
	expect(isContent({ messages: [message({ message: " \tcode\r\n" })] })).toBe(true);
	expect(isContent({ messages: [message({ message: "x".repeat(longestMessage) })] })).toBe(true);
	for (const bad of ["", " \n", "x".repeat(longestMessage + 1), "a\u0000b", "a\u001b[31m", "a\u0085", "\ud800"])
		expect(isContent({ messages: [message({ message: bad })] }), JSON.stringify(bad.slice(0, 9))).toBe(false);
	expect(isContent({ messages: [message({ actor: "tool" })] })).toBe(false);
	expect(isContent({ messages: [message({ created_at: "yesterday" })] })).toBe(false);
});

test("a chat has at most 20,000 messages, and ten million characters", () => {
	expect(isContent({ messages: Array.from({ length: mostMessages }, (_, id) => message({ id: id + 1 })) })).toBe(true);
	expect(isContent({ messages: Array.from({ length: mostMessages + 1 }, (_, id) => message({ id: id + 1 })) })).toBe(false);
	const long = Array.from({ length: 51 }, (_, id) => message({ id: id + 1, message: "x".repeat(longestMessage) }));
	expect(isContent({ messages: long.slice(1) })).toBe(true);
	expect(isContent({ messages: long })).toBe(false);
});

test("lists say how long it is", () => {
	expect(chat.note(chat.content.parse(fixture.content))).toBe("6 messages · gpt-4o");
	expect(chat.note(chat.content.parse({ messages: [message()] }))).toBe("1 message");
});
