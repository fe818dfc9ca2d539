import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { fixture } from "../fixture";
import { chat, type Message, messageText } from "../kind";
import { exporters } from "./export";
import { readChats } from "./read-chats";

const folder = await mkdtemp(join(tmpdir(), "passalong-chats-"));
afterAll(() => rm(folder, { recursive: true }));

type Content = { model: string; messages: Message[] };
async function roundTrip(format: string, title: string, content: Content) {
	const write = exporters[format];
	if (!write) throw new Error(`no ${format}`);
	const { body, ending } = await write({ title, description: "", content, songs: [], file: async () => null });
	const path = join(folder, `chat${ending}`);
	await writeFile(path, body);
	const reading = { fileName: `chat${ending}`, branches: false, now: "2026-11-01T00:00:00.000Z" };
	return Readable.from(readChats(path, reading)).toArray();
}
const withoutIds = ({ messages }: Content) => messages.map(({ id: _, ...line }) => line);

/** Lines that a reader might take for something else, and anything at all. */
const tricky = fc.constantFrom(
	..."## User|## Assistant (hidden)|\\## System|\\\\## User|## User <!-- 2026-01-01T00:00:00.000Z -->|# Title|Model: x|**User:** a|User: b|```|~~~js|    code|> ## User| ## User|## User  |---|<!-- x -->|- [ ] a|## Users|\r".split(
		"|",
	),
	"",
	"\t",
);
const text = fc.array(fc.oneof(tricky, fc.string({ unit: "grapheme" })), { minLength: 1, maxLength: 8 }).map((lines) => lines.join("\n"));
const message = fc.record({
	id: fc.constant(1),
	actor: fc.constantFrom("user" as const, "assistant" as const, "system" as const),
	message: text.filter((each) => messageText.safeParse(each).success),
	created_at: fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true }).map((date) => date.toISOString()),
	hidden: fc.boolean(),
});
const name = fc
	.oneof(
		fc.constantFrom("# a", "## User", "User", "You:", "Model: b", "a  b", "*c*", "<!-- d -->", "e\u2028f", "g\u2029h"),
		fc.string({ unit: "grapheme", maxLength: 60 }),
	)
	.map((each) => each.replace(/\p{Cc}/gu, "").trim())
	.filter((each) => each !== "" && each.isWellFormed());

describe.each(Object.keys(exporters))("%s", (format) => {
	test("gives the sample back", async () => {
		expect(await roundTrip(format, fixture.title, fixture.content)).toEqual([
			{ chat: { title: fixture.title, model: fixture.content.model, messages: withoutIds(fixture.content) } },
		]);
	});

	test("loses nothing of any chat", async () => {
		await fc.assert(
			fc.asyncProperty(
				name,
				fc.option(name, { nil: "" }),
				fc.array(message, { minLength: 1, maxLength: 6 }),
				async (title, model, messages) => {
					const content = chat.content.parse({ model, messages });
					expect(await roundTrip(format, title, content)).toEqual([
						{ chat: { title, model: content.model, messages: withoutIds(content) } },
					]);
				},
			),
			{ numRuns: 200 },
		);
	});
});

test("a visitor's file does not say that anything was hidden", async () => {
	const content = chat.content.parse({
		messages: [
			{ id: 1, actor: "user", message: "seen", created_at: "2026-01-01T00:00:00.000Z" },
			{ id: 2, actor: "user", message: "SECRET", created_at: "2026-01-01T00:00:00.000Z", hidden: true },
		],
	});
	for (const write of Object.values(exporters)) {
		const { body } = await write({ title: "a", description: "", content: chat.publish(content), songs: [], file: async () => null });
		expect(body).toContain("seen");
		expect(body).not.toMatch(/SECRET|hidden/);
	}
});
