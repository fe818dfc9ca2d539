import { expect, test } from "vitest";
import { mailbox } from "./mailbox";

test.each([
	["ada@example.org", "Ada@Example.ORG"],
	["ada@example.org", "ada+friend@example.org"],
	["ada@example.org", "ada+a+b@example.org"],
	["ada.lovelace@example.org", "ada.lovelace@example.org"],
	["adalovelace@gmail.com", "ada.love.lace@gmail.com"],
	["adalovelace@gmail.com", "Ada.Lovelace+x@googlemail.com"],
])("%s is reached by %s", (box, address) => {
	expect(mailbox(address)).toBe(box);
});

test("dots make another person where they are not Gmail's", () => {
	expect(mailbox("a.da@example.org")).not.toBe(mailbox("ada@example.org"));
});
