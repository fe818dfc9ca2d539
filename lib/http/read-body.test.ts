import { describe, expect, test } from "vitest";
import { readJson } from "./read-body";

const post = (body: BodyInit | null, type: string | null = "application/json") => {
	const request = new Request("http://localhost/api/x", { method: "POST", body });
	if (type === null) request.headers.delete("content-type");
	else request.headers.set("content-type", type);
	return request;
};

describe("a JSON body", () => {
	test.each(["application/json", "application/json; charset=utf-8", "application/merge-patch+json", "APPLICATION/JSON"])(
		"is read as %s",
		async (type) => {
			expect(await readJson(post('{"a":1}', type))).toEqual({ a: 1 });
		},
	);

	test("is {} when it is empty, whatever its type", async () => {
		expect(await readJson(post(null, null))).toEqual({});
		expect(await readJson(post("", "text/html"))).toEqual({});
		expect(await readJson(post("  "))).toEqual({});
	});

	test("loses the keys that reach a prototype, at any depth", async () => {
		const read = await readJson(post('{"__proto__":{"polluted":1},"a":{"constructor":1,"b":[{"prototype":2,"c":3}]}}'));
		expect(JSON.stringify(read)).toBe('{"a":{"b":[{"c":3}]}}');
		expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
	});

	test("is read whole when its length is announced, and refused when that is too much", async () => {
		const announced = (text: string, length = text.length) => {
			const request = post(text);
			request.headers.set("content-length", String(length));
			return request;
		};
		expect(await readJson(announced('{"a":1}'))).toEqual({ a: 1 });
		await expect(readJson(announced(`"${"a".repeat(1_000_001)}"`))).rejects.toMatchObject({ code: "body_too_large" });
		const gone = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
		const broken = new Request("http://localhost/api/x", { method: "POST", body: gone, duplex: "half" } as RequestInit);
		broken.headers.set("content-length", "7");
		await expect(readJson(broken)).rejects.toMatchObject({ code: "body_broken" });
	});

	test("loses them when their letters are written as codes, too", async () => {
		expect(JSON.stringify(await readJson(post(String.raw`{"\u005f_proto__":{"a":1},"b":2}`)))).toBe('{"b":2}');
	});

	test.each([
		["of another type", '{"a":1}', "text/plain", "unsupported_type"],
		["without a type", '{"a":1}', null, "unsupported_type"],
		["that is broken", '{"a":', "application/json", "bad_json"],
		["that is no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "application/json", "bad_json"],
		["of more than a megabyte", `"${"a".repeat(1_000_001)}"`, "application/json", "body_too_large"],
	])("is refused when it is one %s", async (_what, body, type, code) => {
		await expect(readJson(post(body, type))).rejects.toMatchObject({ code });
	});
});
