import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedBy } from "./credentials";
import { noteOf, readNote, writeNote } from "./referral-note";

const note = (path: string) => noteOf(new URL(path, "http://localhost:3000"));

describe("what an address says about who handed it out", () => {
	test.each([
		["/?ref=AbCd1234", { code: "AbCd1234", source: "landing_page", share: null }],
		["/signup?ref=AbCd1234", { code: "AbCd1234", source: "direct_link", share: null }],
		["/signup?next=%2Fdashboard&ref=AbCd1234", { code: "AbCd1234", source: "direct_link", share: null }],
		["/?r=AbCd1234", { code: "AbCd1234", source: "session_share", share: null }],
		["/share/0123456789abcdef?r=AbCd1234", { code: "AbCd1234", source: "session_share", share: "0123456789abcdef" }],
		[
			"/shared/0b6f1d9e-8f43-4d3c-9c33-2d1a6a7a1f00?r=AbCd1234",
			{ code: "AbCd1234", source: "session_share", share: "0b6f1d9e-8f43-4d3c-9c33-2d1a6a7a1f00" },
		],
		["/share/nonsense?r=AbCd1234", { code: "AbCd1234", source: "session_share", share: null }],
	])("%s", (path, said) => {
		expect(note(path)).toEqual(said);
	});

	test.each(["/", "/?r=", "/?r=short", "/?ref=AbCd12345", "/?r=AbCd-123", "/?ref=%00bCd1234", "/?x=AbCd1234", "/?R=AbCd1234"])(
		"%s says nothing",
		(path) => {
			expect(note(path)).toBeNull();
		},
	);

	test("is read as it was written, and anything else is nothing", () => {
		for (const path of ["/?ref=AbCd1234", "/share/0123456789abcdef?r=AbCd1234"]) {
			const said = note(path);
			expect(said && readNote(writeNote(said))).toEqual(said);
		}
		for (const word of [undefined, "", "AbCd1234", "AbCd1234.gift", "AbCd1234.direct_link.x", "AbCd1234.direct_link.0123456789abcdef.x"]) {
			expect(readNote(word)).toBeNull();
		}
		fc.assert(fc.property(fc.string(), (word) => readNote(word) === null));
	});
});

test.each([
	["/share/0123456789abcdef", "0123456789abcdef"],
	["/share/0123456789abcdef?x#y", "0123456789abcdef"],
	["/shared/list/0b6f1d9e-8f43-4d3c-9c33-2d1a6a7a1f00", "0b6f1d9e-8f43-4d3c-9c33-2d1a6a7a1f00"],
	["/share/nonsense", undefined],
	["/dashboard/0123456789abcdef", undefined],
	["/dashboard", undefined],
])("%s is the page of link %s", (path, code) => {
	expect(sharedBy(path)).toBe(code);
});
