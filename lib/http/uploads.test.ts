import { readdirSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { multipartType } from "@/e2e/support/multipart";
import { diskBlobs } from "@/lib/drivers/disk/blobs";
import type { Blobs, StagedBlob } from "@/lib/ports";
import { badField } from "@/lib/refused";
import { readUploads } from "./uploads";

let folder: string;
let blobs: Blobs;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "passalong-uploads-"));
	blobs = diskBlobs(folder);
});

const boundary = multipartType["content-type"].split("boundary=")[1] ?? "";
const part = (head: string, text: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
const file = (text: string, name: string, field = "files[]") => part(`name="${field}"; filename="${name}"`, text);
const end = `--${boundary}--\r\n`;

function form(text: string): Request {
	return new Request("http://localhost/", { method: "POST", headers: multipartType, body: text });
}

const wanted = { files: "files", texts: "captions", maxBytes: 1_000, most: 4 };
const words = async ({ path }: StagedBlob) => {
	const text = await readFile(path, "utf8");
	if (text.startsWith("bad")) throw badField("file", "It is bad");
	return text;
};
const staged = () => readdirSync(join(folder, "staging"));
const refused = (text: string) => expect.objectContaining({ code: "bad_input", fields: { fields: { files: text } } });

function read(request: Request, take = words, gone: string[] = []) {
	return readUploads(request, blobs, wanted, take, async (value) => {
		gone.push(value);
	});
}

test("each file is taken in its order with its name, and the texts that came along, before them or behind", async () => {
	const caption = part('name="captions[]"', "Ahead");
	const { taken, skipped, texts } = await read(
		form(caption + file("one", "a.jpg") + file("two", "ü 2.jpg", "files") + file("x", "x", "other") + caption + end),
	);
	expect(taken).toEqual([
		{ index: 0, name: "a.jpg", value: "one" },
		{ index: 1, name: "ü 2.jpg", value: "two" },
	]);
	expect([skipped, texts, staged()]).toEqual([[], ["Ahead", "Ahead"], []]);
});

test("a file that is refused is skipped with its reason, and the others are not", async () => {
	const { taken, skipped } = await read(form(file("bad", "a.svg") + file("good", "b.jpg") + file("x".repeat(1_001), "c.jpg") + end));
	expect(taken).toEqual([{ index: 1, name: "b.jpg", value: "good" }]);
	expect(skipped).toEqual([
		{ name: "a.svg", reason: "It is bad" },
		{ name: "c.jpg", reason: "The file is larger than 0 MB" },
	]);
	expect(staged()).toEqual([]);
});

test("no more than two are in the store at once", async () => {
	let most = 0;
	await read(form(["1", "2", "3", "4"].map((name) => file(name, name)).join("") + end), async (one) => {
		most = Math.max(most, staged().length);
		await new Promise((resolve) => setTimeout(resolve, 20));
		return words(one);
	});
	expect(most).toBeLessThanOrEqual(2);
});

test.each([
	["no file", part('name="captions[]"', "x") + end, "Choose a file"],
	["a form in which none was chosen", file("", "") + end, "Choose a file"],
	["too many", ["1", "2", "3", "4", "5"].map((name) => file(name, name)).join("") + end, "At most 4 files at once"],
	["a body that breaks off in a file", file("one", "a") + file("two", "b").slice(0, -4), "The upload broke off"],
	["a body that breaks off between files", file("one", "a") + file("two", "b").slice(0, 60), "The upload broke off"],
])("of %s nothing stays", async (_what, text, reason) => {
	const gone: string[] = [];
	await expect(read(form(text), words, gone)).rejects.toEqual(refused(reason));
	if (text.includes("one")) expect(gone).toEqual(["one"]);
	expect(staged()).toEqual([]);
});

test("what fails by itself is not the file's fault", async () => {
	const gone: string[] = [];
	const take = async (one: StagedBlob) => {
		if ((await words(one)) === "two") throw new Error("defect");
		return "one";
	};
	await expect(read(form(file("one", "a") + file("two", "b") + end), take, gone)).rejects.toThrow("defect");
	expect([gone, staged()]).toEqual([["one"], []]);
});

test("a body of another type is refused", async () => {
	await expect(read(new Request("http://localhost/", { method: "POST", body: "{}" }))).rejects.toMatchObject({ code: "unsupported_type" });
});
