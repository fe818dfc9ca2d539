import { expect, test } from "vitest";
import { z } from "zod";
import { badField, Refused } from "@/lib/refused";
import { issuesOf, toIssues, typeInWords } from "./issues";

const schema = z.object({ a: z.boolean(), b: z.array(z.object({ c: z.string().max(2, "At most 2") })).optional() });
const issues = (input: unknown) => {
	const { error } = schema.safeParse(input, typeInWords);
	return toIssues(error?.issues ?? [], input).map(({ code, path, message }) => [code, path.join("."), message]);
};

test.each([
	[{ a: "yes" }, [["invalid_type", "a", "Expected boolean, received string"]]],
	[{ a: null }, [["invalid_type", "a", "Expected boolean, received null"]]],
	[{ a: Number.NaN }, [["invalid_type", "a", "Expected boolean, received nan"]]],
	[{ a: [] }, [["invalid_type", "a", "Expected boolean, received array"]]],
	[{}, [["invalid_type", "a", "Required"]]],
	[null, [["invalid_type", "", "Expected object, received null"]]],
	[
		{ a: true, b: [{ c: 1 }, { c: "long" }] },
		[
			["invalid_type", "b.0.c", "Expected string, received number"],
			["too_big", "b.1.c", "At most 2"],
		],
	],
])("%j is told as zod's third version told it", (input, expected) => {
	expect(issues(input)).toEqual(expected);
});

test("what was refused by a verb is an issue of its field, and what has no field is one in words", () => {
	expect(issuesOf(badField("password", "Too short"), "Bad")).toEqual([{ code: "custom", path: ["password"], message: "Too short" }]);
	expect(issuesOf(new Refused("bad_json"), "No JSON")).toEqual([{ code: "custom", path: [], message: "No JSON" }]);
});
