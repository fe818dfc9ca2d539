import { afterEach, describe, expect, test, vi } from "vitest";
import { dialects } from "@/lib/contracts/phrases";
import { Refused } from "@/lib/refused";
import { refusal, toResponse } from "./answer";
import { route } from "./route";

const request = (method = "GET", path = "/api/x") => new Request(`http://localhost${path}`, { method });

const refusalResponse = (...how: Parameters<typeof refusal>) => toResponse(refusal(...how));

const nothing = async () => new Response();

describe("a refusal", () => {
	test.each([
		["session", { message: "Unauthorized" }],
		["chat", { statusCode: 401, statusMessage: "Unauthorized", message: "Unauthorized", data: {} }],
		["room", { message: "Authentication required" }],
		["share", { success: false, error: "Authentication required" }],
		["content", { error: "Authentication required" }],
		["native", { error: { code: "unauthorized", message: "Authentication required" } }],
	] as const)("has the envelope of %s", async (dialect, body) => {
		const response = refusalResponse(dialect, new Refused("unauthorized"), request());
		expect(response.status).toBe(401);
		expect(await response.json()).toEqual(body);
	});

	test("carries its fields beside the text, in data where the family has one", async () => {
		const refused = new Refused("share_expired", { reason: "expired" });
		const bodies = await Promise.all(dialects.map((dialect) => refusalResponse(dialect, refused, request()).json()));
		expect(bodies[dialects.indexOf("share")]).toEqual({ success: false, error: "Share link has expired", reason: "expired" });
		expect(bodies[dialects.indexOf("chat")]).toMatchObject({ data: { reason: "expired" } });
		expect(bodies[dialects.indexOf("native")]).toMatchObject({ error: { code: "share_expired", reason: "expired" } });
	});

	test("names bad fields in its text", async () => {
		const refused = new Refused("bad_input", { fields: { name: "Required", songs: "At most 5000 songs" } });
		expect(await refusalResponse("share", refused, request()).json()).toEqual({
			success: false,
			error: "name: Required; songs: At most 5000 songs",
			fields: { name: "Required", songs: "At most 5000 songs" },
		});
	});

	test("is known by its brand when the other bundle's class threw it", () => {
		const foreign = Object.assign(new Error("share_not_found"), {
			code: "share_not_found",
			fields: {},
			headers: {},
			[Symbol.for("passalong.refused")]: true,
		});
		expect(refusalResponse("share", foreign, request()).status).toBe(404);
	});
});

describe("a defect", () => {
	afterEach(() => vi.restoreAllMocks());

	test("answers 500 without its words and logs them without the path's secrets", async () => {
		const log = vi.spyOn(console, "error").mockImplementation(() => {});
		const response = refusalResponse("share", new Error("secret detail"), request("GET", "/api/share/0123456789abcdef/play?grant=abc"));
		expect(response.status).toBe(500);
		expect(await response.text()).not.toContain("secret detail");
		const [words] = log.mock.calls[0] ?? [];
		expect(words).toBe("GET /api/share/:secret/play failed:");
	});
});

describe("a verb that a resource lacks", () => {
	test.each(dialects)("is 405 with Allow in the envelope of %s", async (dialect) => {
		const { PUT: put } = route(dialect, { GET: nothing, PATCH: nothing });
		const response = await put(request("PUT"), { params: Promise.resolve({}) });
		expect(response.status).toBe(405);
		expect(response.headers.get("allow")).toBe("GET, HEAD, PATCH, OPTIONS");
		expect(JSON.stringify(await response.json())).toContain("Method not allowed");
	});
});
