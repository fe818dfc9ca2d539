import { describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken } from "../support/credentials";
import { lanes } from "../support/lanes";
import { nativeError } from "./shapes";

describe.each(lanes)("categories on $name", ({ url }) => {
	test("are those that the caller used, each once, by the alphabet", async () => {
		const owner = await byToken(await Account.signUp(url));
		const stranger = await byToken(await Account.signUp(url));
		expect((await owner.get("/api/items/categories")).body).toEqual({ categories: [] });
		for (const [path, category] of [
			["lists", "Work"],
			["notes", "Ärger"],
			["lists", "work"],
			["notes", "Work"],
			["lists", ""],
			["notes", "<b>"],
		])
			await owner.post(`/api/${path}`, { category });
		const { status, body } = await owner.get("/api/items/categories");
		expect([status, body]).toEqual([200, { categories: ["<b>", "Ärger", "work", "Work"] }]);
		expect((await stranger.get("/api/items/categories")).body).toEqual({ categories: [] });
	});

	test("are nobody's without credentials", async () => {
		const { status, body } = await new Client(url).get("/api/items/categories");
		expect([status, body]).toEqual([401, nativeError("unauthorized", "Authentication required")]);
	});
});
