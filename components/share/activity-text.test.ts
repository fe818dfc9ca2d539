import { expect, test } from "vitest";
import { activityText } from "./activity-text";

test.each([
	["made", "", 1, "Made"],
	["changed", "password, expiry", 1, "Changed: password, expiry"],
	["refused", "wrong_password", 2, "A wrong password was tried, twice"],
	["refused", "expired", 1_204, "Somebody came after it had expired, 1,204 times"],
	["refused", "something new", 1, "Somebody was not let in"],
	["unlocked", "", 3, "Opened with the password, three times"],
])("%s %s %i is told as “%s”", (what, detail, count, text) => {
	expect(activityText({ what, detail, count })).toBe(text);
});
