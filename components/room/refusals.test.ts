import { expect, test } from "vitest";
import { phrase } from "@/lib/contracts/phrases";
import type { RefusalCode } from "@/lib/refused";
import { endOf } from "./refusals";

test.each<[RefusalCode, ReturnType<typeof endOf>]>([
	["room_not_found", "gone"],
	["room_full", "full"],
	["not_participant", "naming"],
	["unavailable", null],
	["rate_limited", null],
	["failed", null],
])("who comes in and hears %s is %s", (code, phase) => {
	expect(endOf(phrase("room", code).text)).toBe(phase);
});
