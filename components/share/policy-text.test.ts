import { expect, test } from "vitest";
import type { Policy } from "./model";
import { policyText } from "./policy-text";

/** A Monday. */
const now = new Date("2026-11-30T12:00:00Z");
const open: Policy = {
	isActive: true,
	startsAt: null,
	expiresAt: null,
	hasPassword: false,
	playLimit: null,
	maxViews: null,
	allowEmails: [],
	allowDownload: false,
	allowIndexing: false,
};
const people = (count: number) => Array.from({ length: count }, (_, at) => `p${at}@example.test`);

const said = (policy: Partial<Policy>, openings = 0, { kind = "playlist" as "playlist" | "song", timeZone = "UTC" } = {}) =>
	policyText({ policy: { ...open, ...policy }, openings, kind, now, timeZone });

test.each<[string, Partial<Policy>, number?]>([
	["Anyone with the link", {}],
	["Anyone with the password", { hasPassword: true }],
	["Only 1 person you chose", { allowEmails: people(1) }],
	["Only 3 people you chose", { allowEmails: people(3) }],
	["Only 2 people you chose, with the password", { allowEmails: people(2), hasPassword: true }],
	["Anyone with the link, one song without an account", { playLimit: 1 }],
	["Anyone with the link, three songs without an account", { playLimit: 3 }],
	["Anyone with the link, 1 opening", { maxViews: 1 }],
	["Anyone with the link, 8 of 20 openings left", { maxViews: 20 }, 12],
	["Anyone with the link, downloads allowed, search engines may find it", { allowDownload: true, allowIndexing: true }],
	["Anyone with the password, until Friday, 20 openings", { hasPassword: true, expiresAt: "2026-12-04T17:00:00Z", maxViews: 20 }],
	["Anyone with the link, from Wednesday until 24 December", { startsAt: "2026-12-02T09:00:00Z", expiresAt: "2026-12-24T17:00:00Z" }],
	["Anyone with the link, until 24 December 2027", { expiresAt: "2027-12-24T17:00:00Z" }],
	["Anyone with the link, until Sunday", { expiresAt: "2026-12-06T23:59:00Z" }],
	["Anyone with the link, until 7 December", { expiresAt: "2026-12-07T00:00:00Z" }],
	["Anyone with the link, until today at 18:30", { expiresAt: "2026-11-30T18:30:00Z" }],
	["Anyone with the link, from tomorrow at 09:00", { startsAt: "2026-12-01T09:00:00Z" }],
])("%s", (text, policy, openings) => {
	expect(said(policy, openings)).toBe(text);
});

test.each<[string, Partial<Policy>, number?]>([
	["This link is turned off: it opens for nobody", { isActive: false, expiresAt: "2026-11-01T00:00:00Z", hasPassword: true }],
	["This link expired on 23 November: it opens for nobody", { expiresAt: "2026-11-23T09:00:00Z", hasPassword: true }],
	["This link expired today at 12:00: it opens for nobody", { expiresAt: now.toISOString() }],
	["All 20 openings are used: this link opens for nobody new", { maxViews: 20 }, 20],
	["Its one opening is used: this link opens for nobody new", { maxViews: 1 }, 1],
])("what keeps everybody out comes before who could: %s", (text, policy, openings) => {
	expect(said(policy, openings)).toBe(text);
});

test("a start that is past is not worth a word", () => {
	expect(said({ startsAt: "2026-11-01T00:00:00Z" })).toBe("Anyone with the link");
});

test("a limit of plays is not told where it stops nobody", () => {
	expect(said({ playLimit: 3, allowEmails: people(1) })).toBe("Only 1 person you chose");
	expect(said({ playLimit: 3 }, 0, { kind: "song" })).toBe("Anyone with the link");
});

test("a day is the reader's own", () => {
	const expiresAt = "2026-12-01T02:30:00Z";
	expect(said({ expiresAt })).toContain("until tomorrow at 02:30");
	expect(said({ expiresAt }, 0, { timeZone: "America/New_York" })).toContain("until today at 21:30");
});
