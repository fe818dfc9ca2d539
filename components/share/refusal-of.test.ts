import { expect, test } from "vitest";
import { readAnswer } from "@/components/api";
import { refusalOf } from "./refusal-of";

function read(status: number, fields: object, signedIn = false) {
	// Both families: the fields stand flat beside the text, or inside the error.
	const answers = [{ success: false, error: "No", ...fields }, { error: { code: "share_x", message: "No", ...fields } }].map((body) => {
		const answer = readAnswer(status, JSON.stringify(body));
		if (answer.ok) throw new Error("that is no failure");
		return refusalOf(answer, signedIn);
	});
	expect(answers[0]).toEqual(answers[1]);
	return answers[0];
}

test.each([
	[404, {}, { code: "not_found" }],
	[410, { reason: "expired" }, { code: "expired" }],
	[410, { reason: "used_up" }, { code: "used_up" }],
	[410, {}, { code: "expired" }],
	[403, { opensAt: "2027-01-01T00:00:00.000Z" }, { code: "not_open_yet", opensAt: "2027-01-01T00:00:00.000Z" }],
	[403, { requiresOpen: true }, { code: "open_first" }],
	[401, { requiresPassword: true }, { code: "locked" }],
	[401, { requiresAuth: true }, { code: "sign_in" }],
])("%i with %o is the link's refusal", (status, fields, refusal) => {
	expect(read(status, fields)).toEqual(refusal);
});

test("the play limit is no refusal of the link", () => {
	expect(read(403, { requiresAuth: true })).toBeNull();
	expect(read(403, { requiresAuth: true }, true)).toBeNull();
});

test("a plain 403 means somebody else's link to who is signed in, and a grant that does not hold to a stranger", () => {
	expect(read(403, {}, true)).toEqual({ code: "not_for_you" });
	expect(read(403, {})).toBeNull();
});

test.each([400, 401, 429, 500, 503])("%i says nothing about the link", (status) => {
	expect(read(status, {})).toBeNull();
});
