import { beforeAll, describe, expect, test } from "vitest";
import { Client } from "../support/client";
import { lanes } from "../support/lanes";
import { failure } from "./shapes";
import { anOwner } from "./visitor";

const unshown = "Has characters that cannot be shown";
const otherTypes = [7, true, null, [], {}, ["x"]];
/** Characters that no line of text has. */
const broken = ["a\u0000b", "a\ud800b", "\udc00", "a\u0007b", "a\u0085b", "a\u001b[31mb"];
const hostile = [
	"<script>alert(1)</script>",
	"../../etc/passwd",
	"'; DROP TABLE Item; --",
	"{{7*7}}",
	"%00%2e%2e",
	"نص ‎☃ 👩‍👩‍👧",
	"\\",
	'"',
];

type Field = { field: string; max: number; required: boolean; lines: boolean };
const playlist: Field[] = [
	{ field: "name", max: 100, required: true, lines: false },
	{ field: "description", max: 500, required: false, lines: true },
];
const song: Field[] = [
	{ field: "title", max: 200, required: true, lines: false },
	{ field: "artist", max: 200, required: false, lines: false },
];

describe.each(lanes)("fields on $name", ({ url }) => {
	let client: Client;
	let paths: Record<string, string>;
	beforeAll(async () => {
		const owner = await anOwner(url);
		client = new Client(url, { authorization: `Bearer ${owner.token}` });
		const { id } = await owner.upload({ title: "Before" });
		paths = {
			playlists: "/api/playlists",
			playlist: `/api/playlists/${(await owner.playlist("Before", [])).id}`,
			song: `/api/songs/${id}`,
		};
	});

	const places = [
		...playlist.map((field) => ({ call: "POST playlists", method: "POST", path: "playlists", others: { name: "New" }, ...field })),
		...playlist.map((field) => ({ call: "PATCH playlist", method: "PATCH", path: "playlist", others: {}, ...field })),
		...song.map((field) => ({ call: "PATCH song", method: "PATCH", path: "song", others: {}, ...field })),
	];
	describe.each(places)("$field of $call", ({ method, path, others, field, max, required, lines }) => {
		const send = (value: unknown) => client.send(method, paths[path] ?? "", { ...others, [field]: value });

		test("takes text as typed, up to its length", async () => {
			for (const value of [...hostile, "x".repeat(max), ...(lines ? ["two\nlines\r\n\tand a tab"] : [])]) {
				const answer = await send(value);
				expect(answer.status, value).toBeLessThan(300);
				expect(answer.body).toMatchObject({ data: { [field]: value } });
			}
			expect((await send(`  around ${"\n"}`)).body).toMatchObject({ data: { [field]: "around" } });
		});

		test("is refused with its name when it is too long, broken, blank or of another type", async () => {
			const before = method === "PATCH" ? (await client.get(paths[path] ?? "")).body : null;
			const wrong: [value: unknown, words: unknown][] = [
				["x".repeat(max + 1), `At most ${max} characters`],
				...broken.map((value): [unknown, unknown] => [value, unshown]),
				...(lines ? [] : [["two\nlines", unshown] satisfies [unknown, unknown]]),
				...(required ? ["", "   "].map((value): [unknown, unknown] => [value, "Required"]) : []),
				...otherTypes.map((value): [unknown, unknown] => [value, expect.any(String)]),
			];
			for (const [value, words] of wrong) {
				const { status, body } = await send(value);
				const text: unknown = typeof words === "string" ? `${field}: ${words}` : expect.stringContaining(`${field}: `);
				expect([status, body], JSON.stringify(value)).toEqual([400, { ...failure("", { fields: { [field]: words } }), error: text }]);
			}
			if (before) expect((await client.get(paths[path] ?? "")).body, "and nothing changes").toEqual(before);
		});
	});

	test.each(["POST", "PATCH"])("isPublic of %s is a boolean and nothing else", async (method) => {
		const path = paths[method === "POST" ? "playlists" : "playlist"] ?? "";
		for (const value of ["true", 1, 0, null, [], {}, ""]) {
			const { status, body } = await client.send(method, path, { name: "x", isPublic: value });
			expect([status, body]).toMatchObject([400, { fields: { isPublic: expect.any(String) as unknown } }]);
		}
	});

	test.each(["POST", "PATCH"])("songs of %s is a list of ids and nothing else", async (method) => {
		const path = paths[method === "POST" ? "playlists" : "playlist"] ?? "";
		for (const value of ["1", 1, null, {}, true, [null], [{}], [[]], [true], Array(5_001).fill("1")]) {
			const { status, body } = await client.send(method, path, { name: "x", songs: value });
			expect([status, body], JSON.stringify(value).slice(0, 30)).toMatchObject([
				400,
				{ success: false, fields: expect.any(Object) as unknown },
			]);
			expect(JSON.stringify(body)).toMatch(/"songs/);
		}
		const many = await client.send(method, path, { name: "x", songs: Array.from({ length: 5_000 }, (_, index) => index + 2_000_000_000) });
		expect([many.status, many.body]).toMatchObject([400, { fields: { songs: "A song in it is not in your library" } }]);
	});

	test("several bad fields are named together", async () => {
		const { status, body } = await client.post("/api/playlists", { name: "", description: 7, isPublic: "x" });
		expect(status).toBe(400);
		expect(body).toMatchObject({
			success: false,
			error: expect.stringMatching(/^name: Required; description: .+; isPublic: .+$/) as unknown,
			fields: { name: "Required", description: expect.any(String) as unknown, isPublic: expect.any(String) as unknown },
		});
	});
});
