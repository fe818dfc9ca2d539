import { expect, test } from "vitest";
import type { Policy } from "./model";
import { addressesIn, changesOf, draftErrors, rebase, toDraft, toLocalInput } from "./policy-draft";
import { fromPreset, toPresetPolicy } from "./preset-draft";

const policy: Policy = {
	isActive: true,
	startsAt: null,
	expiresAt: "2026-12-04T17:00:30.000Z",
	hasPassword: true,
	playLimit: 3,
	maxViews: null,
	allowEmails: ["ada@example.test", "bo@example.test"],
	allowDownload: false,
	allowIndexing: false,
};
const base = toDraft(policy);

test("an untouched form changes nothing, not even the seconds it does not show", () => {
	expect(changesOf(base, base)).toEqual({ changes: {}, errors: {} });
});

test("only what was touched is sent, in the API's words", () => {
	const draft = { ...base, maxViews: "20", password: "open sesame", expiresAt: null, allowEmails: "ada@example.test" };
	expect(changesOf(draft, base)).toEqual({
		changes: { maxViews: 20, password: "open sesame", expiresAt: null, allowEmails: ["ada@example.test"] },
		errors: {},
	});
	const at = new Date("2027-01-02T09:30:00").toISOString();
	expect(changesOf({ ...base, expiresAt: "2027-01-02T09:30" }, base).changes).toEqual({ expiresAt: at });
});

test("switching something off clears it", () => {
	const draft = { ...base, password: null, playLimit: null, allowEmails: null };
	expect(changesOf(draft, base)).toEqual({ changes: { password: null, playLimit: null, allowEmails: [] }, errors: {} });
});

test("what is switched on and empty is asked for", () => {
	const without = toDraft({ ...policy, hasPassword: false, allowEmails: [], expiresAt: null, playLimit: null });
	const draft = { ...without, password: "", expiresAt: "", playLimit: "a few", maxViews: "", allowEmails: " , " };
	expect(Object.keys(changesOf(draft, without).errors).toSorted()).toEqual([
		"allowEmails",
		"expiresAt",
		"maxViews",
		"password",
		"playLimit",
	]);
});

test("over a newer policy what was typed stays and the rest is new; both changing the same is a clash", () => {
	const typed = { ...base, maxViews: "20" };
	const elsewhere = toDraft({ ...policy, playLimit: 5 });
	expect(rebase(typed, base, elsewhere)).toEqual({ draft: { ...base, maxViews: "20", playLimit: "5" }, clash: false });
	const same = toDraft({ ...policy, maxViews: 10 });
	expect(rebase(typed, base, same)).toEqual({ draft: typed, clash: true });
	expect(rebase(base, base, same)).toEqual({ draft: same, clash: false });
});

test("addresses come one a line, between commas, and as mail programs write them", () => {
	expect(addressesIn("Ada Lane <ada@example.test>, bo@example.test;\n\ncy@example.test  dee@example.test\nbo@example.test")).toEqual([
		"ada@example.test",
		"bo@example.test",
		"cy@example.test",
		"dee@example.test",
	]);
});

test("the server's words stand at their fields, and name the address that they are about", () => {
	const fields = { "policy.expiresAt": "Must be later", "policy.allowEmails.1": "Not an e-mail address", label: "Too long" };
	expect(draftErrors(fields, base)).toEqual({ expiresAt: "Must be later", allowEmails: "bo@example.test: Not an e-mail address" });
});

test("a preset tells an expiry in days, and brings password and start of the link it is used on", () => {
	const now = new Date("2026-11-27T17:00:00Z");
	const kept = toPresetPolicy({ ...base, maxViews: "20" }, now);
	expect(kept).toMatchObject({ expiresInDays: 7, maxViews: 20, playLimit: 3, allowEmails: policy.allowEmails });
	const other = { ...toDraft({ ...policy, hasPassword: false }), startsAt: "2026-12-01T10:00" };
	const later = new Date("2027-03-01T09:00:00Z");
	const expiresAt = toLocalInput(new Date("2027-03-08T09:00:00Z"));
	expect(fromPreset(kept, other, later)).toEqual({ ...base, maxViews: "20", password: null, startsAt: "2026-12-01T10:00", expiresAt });
});

test("what a preset does not name stays, and what it clears is cleared", () => {
	expect(fromPreset({ maxViews: 5 }, base, new Date())).toEqual({ ...base, maxViews: "5" });
	expect(fromPreset({ expiresInDays: null, allowEmails: [] }, base, new Date())).toEqual({ ...base, expiresAt: null, allowEmails: null });
});
