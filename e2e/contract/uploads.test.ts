import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { look } from "../support/database";
import { multipart, multipartEnd, multipartType, openFile } from "../support/multipart";
import { wav } from "../support/wav";
import { diskWays, ownServer } from "./own-server";
import { failure } from "./shapes";

const northbound = await readFile(new URL("../support/fixtures/northbound.mp3", import.meta.url));
const sound = Buffer.from(wav({ seconds: 2 }));
const refused = (words: string) => failure(`file: ${words}`, { fields: { file: words } });

const noSong = "This is not an MP3, M4A, OGG, Opus, FLAC or WAV file";

/** What is no song, and what its uploader is told. */
const noSongs: [what: string, bytes: Uint8Array, name: string, words: string][] = [
	["HTML that calls itself an MP3", Buffer.from("<html><script>alert(1)</script></html>"), "song.mp3", noSong],
	["a program", Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01"), Buffer.alloc(500)]), "song.mp3", noSong],
	["a picture", Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.alloc(500)]), "song.wav", noSong],
	["zeros", Buffer.alloc(100_000), "song.mp3", noSong],
	["nothing", Buffer.alloc(0), "song.mp3", "The file is empty"],
	["one byte", Buffer.from("R"), "song.wav", noSong],
	["half a WAV", sound.subarray(0, sound.length / 2), "song.wav", "The file is cut off: its end is missing"],
	["a WAV's first kilobyte", sound.subarray(0, 1_000), "song.wav", "The file is cut off: its end is missing"],
];

describe.each(diskWays)("an upload on $name", (way) => {
	const server = ownServer(way, { RATE_LIMIT_SCALE: "100000" });
	let client: Client;
	beforeAll(async () => {
		const { token } = await Account.signUp(server().url);
		client = new Client(server().url, { authorization: `Bearer ${token}` });
	});

	const files = (folder: string) => {
		const path = join(server().dataDir, folder);
		return existsSync(path) ? readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length : 0;
	};
	const upload = (file: { bytes: Uint8Array; name: string; field?: string }) => client.ask("POST", "/api/songs", multipart({ file }));

	// Nothing may stay behind, whatever a test did: no staged file, no file without its row, no row without its file.
	afterEach(async () => {
		await expect.poll(() => files("staging"), { timeout: 30_000 }).toBe(0);
		expect(files("blobs")).toBe(await look<number>(server(), "SELECT count(*) FROM Blob"));
		expect(await look<number>(server(), "SELECT count(*) FROM Blob")).toBe(
			await look<number>(server(), "SELECT count(*) FROM Item WHERE kind = 'song'"),
		);
		expect(server().output()).not.toMatch(/failed:|Unhandled|Uncaught|⨯/);
	});

	test.each(noSongs)("that is %s is refused", async (_what, bytes, name, words) => {
		const answer = await upload({ bytes, name });
		expect([answer.status, answer.body]).toEqual([400, refused(words)]);
	});

	test("of an MP3 that is cut off or damaged is refused, or is the song that is left of it, and never fails", async () => {
		const damaged = Buffer.from(northbound);
		damaged.fill(0xff, 600, 5_000);
		for (const bytes of [northbound.subarray(0, 300), northbound.subarray(0, northbound.length / 2), northbound.subarray(100), damaged]) {
			const answer = await upload({ bytes, name: "song.mp3" });
			expect([201, 400]).toContain(answer.status);
			if (answer.status === 400) expect(answer.body).toMatchObject({ success: false, fields: { file: expect.any(String) as unknown } });
		}
	});

	test("of WAVs with hostile headers never fails", async () => {
		const patched = (at: number, value: number, bytes = 4) => {
			const copy = Buffer.from(sound);
			if (bytes === 4) copy.writeUInt32LE(value, at);
			else copy.writeUInt16LE(value, at);
			return copy;
		};
		// The sizes of file, format and data; channels, sample rate, frame, bits: nothing, everything, far too much.
		const hostile = [
			...[4, 16, 24, 28, 40].flatMap((at) => [patched(at, 0), patched(at, 0xffff_ffff), patched(at, 0x7fff_ffff)]),
			...[20, 22, 32, 34].flatMap((at) => [patched(at, 0, 2), patched(at, 0xffff, 2)]),
		];
		for (const bytes of hostile) expect([201, 400]).toContain((await upload({ bytes, name: "song.wav" })).status);
	});

	test("without a file, with an empty choice, or under another name is refused", async () => {
		const boundary = multipartType["content-type"];
		const forms = [
			multipart({ fields: { title: "No file" } }),
			multipart({ file: { bytes: Buffer.alloc(0), name: "" } }),
			multipart({ file: { bytes: sound, name: "song.wav", field: "song" } }),
			multipart({ fields: { file: "not a file but a field" } }),
			{ headers: { "content-type": boundary ?? "" }, body: multipartEnd },
			{ headers: { "content-type": boundary ?? "" }, body: Buffer.alloc(0) },
		];
		for (const form of forms) {
			const answer = await client.ask("POST", "/api/songs", form);
			expect(answer.status).toBe(400);
			expect(answer.body).toMatchObject({ success: false, fields: { file: expect.any(String) as unknown } });
		}
	});

	test("that is no multipart form is 415", async () => {
		for (const type of [
			"audio/wav",
			"application/octet-stream",
			"application/x-www-form-urlencoded",
			"multipart/form-data",
			"multipart/mixed; boundary=x",
			"",
		]) {
			const answer = await client.ask("POST", "/api/songs", { headers: { "content-type": type }, body: sound });
			expect([answer.status, answer.body], type).toEqual([415, failure("The body has an unsupported type")]);
		}
	});

	test("that ends in the middle of its form is refused", async () => {
		const { headers, body } = multipart({ file: { bytes: sound, name: "song.wav" } });
		for (const length of [10, 100, body.length - 1_000, body.length - multipartEnd.length, body.length - 4]) {
			const answer = await client.ask("POST", "/api/songs", { headers, body: body.subarray(0, length) });
			expect([length, answer.status]).toEqual([length, 400]);
		}
	});

	test("of words that are too long or broken is refused, and the file does not stay", async () => {
		const file = { bytes: sound, name: "song.wav" };
		for (const [field, value, words] of [
			["title", "x".repeat(201), "At most 200 characters"],
			["artist", "x".repeat(201), "At most 200 characters"],
			["title", "a\u0000b", "Has characters that cannot be shown"],
			["artist", "a\nb", "Has characters that cannot be shown"],
			["title", "x".repeat(100_000), "At most 200 characters"],
		] as const) {
			const answer = await client.ask("POST", "/api/songs", multipart({ fields: { [field]: value }, file }));
			expect([answer.status, answer.body]).toEqual([400, failure(`${field}: ${words}`, { fields: { [field]: words } })]);
		}
		for (const words of [
			{ title: "<b>bold</b>", artist: "../../etc/passwd" },
			{ title: "__proto__", artist: "constructor" },
		]) {
			const answer = await client.ask("POST", "/api/songs", multipart({ fields: words, file }));
			expect([answer.status, answer.body]).toMatchObject([201, { data: words }]);
		}
		const polluted = multipart({ fields: { __proto__: "x", prototype: "y", unknown: "z" }, file });
		expect((await client.ask("POST", "/api/songs", polluted)).status).toBe(201);
	});

	test("of several files takes the first", async () => {
		const one = multipart({ file: { bytes: northbound, name: "one.mp3" } }).body;
		const two = multipart({ file: { bytes: sound, name: "two.wav" } }).body;
		const body = Buffer.concat([one.subarray(0, one.length - multipartEnd.length), two]);
		const answer = await client.ask("POST", "/api/songs", { headers: multipartType, body });
		expect([answer.status, answer.body]).toMatchObject([201, { data: { title: "Northbound" } }]);
	});

	test("of strange names never fails", async () => {
		const names = [
			"a\u0000b.wav",
			'"quoted".wav',
			"a\r\nX-Evil: 1.wav",
			"..",
			"/",
			"\\",
			"con",
			"x".repeat(5_000),
			"\u202egpj.wav",
			"ı.WAV",
			"💿",
		];
		for (const name of names) expect([201, 400], name.slice(0, 20)).toContain((await upload({ bytes: sound, name })).status);
	});

	test("without credentials is 401 before its body is read", async () => {
		const { url } = server();
		const status = await new Promise<number | undefined>((resolve, reject) => {
			const sending = request(`${url}/api/songs`, { method: "POST", headers: multipartType }, (answer) => {
				resolve(answer.statusCode);
				sending.destroy();
			});
			sending.on("error", reject);
			// The form begins and never ends.
			sending.write(openFile({ name: "song.wav" }));
		});
		expect(status).toBe(401);
	});

	test.each([0, 1, 100_000, 3_000_000])("whose connection breaks after %i bytes leaves nothing", async (size) => {
		const { url } = server();
		await new Promise<void>((resolve) => {
			const sending = request(`${url}/api/songs`, {
				method: "POST",
				headers: { ...multipartType, ...client.headers, "content-length": "50000000" },
			});
			sending.on("error", () => {});
			sending.once("close", resolve);
			sending.write(Buffer.concat([openFile({ name: "song.wav" }), Buffer.alloc(size)]), () => setTimeout(() => sending.destroy(), 100));
		});
		expect((await client.get("/api/songs")).status).toBe(200);
	});

	test("leaves nothing once its account is gone", async () => {
		const account = await Account.signUp(server().url);
		const before = files("blobs");
		const [kept, deleted] = [await account.upload(), await account.upload()];
		expect(kept.id).not.toBe(deleted.id);
		await account.fetch(`/api/songs/${deleted.id}`, { method: "DELETE" });
		expect(files("blobs")).toBe(before + 2);
		await account.send("DELETE", "/api/me", { currentPassword: account.password });
		expect(files("blobs")).toBe(before);
	});
});
