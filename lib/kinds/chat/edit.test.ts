import { expect, test } from "vitest";
import { isRefused } from "@/lib/refused";
import { revised, withMessage, withoutMessage } from "./edit";
import { chatOf } from "./kind";

const now = "2026-11-01T00:00:00.000Z";
const chat = chatOf(
	"m",
	[
		{ actor: "user", message: "one" },
		{ actor: "assistant", message: "two" },
	],
	now,
);

test("no number is given twice, not even that of a message that went", () => {
	const shorter = withoutMessage(chat, 2);
	const { chat: longer, made } = withMessage(shorter, { actor: "user", message: "three" }, now);
	expect(made).toEqual({ id: 3, actor: "user", message: "three", created_at: now, hidden: false });
	expect(longer.messages.map(({ id }) => id)).toEqual([1, 3]);
	expect(withMessage({ ...chat, nextId: 1 }, { actor: "user", message: "x" }, now).made.id).toBe(3);
});

test("a message is changed where it stands", () => {
	expect(revised(chat, 1, { hidden: true }).messages).toMatchObject([
		{ id: 1, message: "one", hidden: true },
		{ id: 2, hidden: false },
	]);
	expect(revised(chat, 2, { message: "2" }).messages[1]).toEqual({ ...chat.messages[1], message: "2" });
});

test("one that is not there is refused", () => {
	for (const change of [() => revised(chat, 9, {}), () => withoutMessage(chat, null)]) {
		try {
			change();
			expect.unreachable();
		} catch (error) {
			expect(isRefused(error) && error.code).toBe("chat_not_found");
		}
	}
});
