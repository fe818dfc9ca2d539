import { z } from "zod";
import { email } from "@/lib/accounts/credentials";
import type { Policy, Preset } from "@/lib/ports";
import { line } from "@/lib/text";

/** The last moment that a date and time can be written with four digits for its year. */
const latest = new Date("9999-12-31T23:59:59.999Z");
const moment = z.iso
	.datetime({ offset: true, error: "Not a date and time with its zone" })
	.transform((text) => new Date(text))
	.refine((date) => date <= latest && date.getUTCFullYear() >= 1970, "Not a date that can be kept");

const wholeNumber = (most: number) => z.int("A whole number").min(1, "At least 1").max(most, `At most ${most}`);

const limits = {
	playLimit: wholeNumber(1_000).nullish(),
	maxViews: wholeNumber(2_147_483_647).nullish(),
	// Every part of the server that asks a link has its whole list in memory.
	allowEmails: z.array(email).max(200, "At most 200 addresses").optional(),
	allowDownload: z.boolean().optional(),
	allowIndexing: z.boolean().optional(),
};

/** What an owner changes of a policy; what is absent stays. */
export const policyChanges = z.object({
	startsAt: moment.nullish(),
	expiresAt: moment.nullish(),
	password: z.string().min(1, "At least 1 character").max(200, "At most 200 characters").nullish(),
	...limits,
});

/** A policy as its owner sees it. The password itself is never shown. */
export function toPolicy({
	isActive,
	startsAt,
	expiresAt,
	passwordHash,
	playLimit,
	maxViews,
	allow,
	allowDownload,
	allowIndexing,
}: Policy) {
	return {
		isActive,
		startsAt: startsAt?.toISOString() ?? null,
		expiresAt: expiresAt?.toISOString() ?? null,
		hasPassword: passwordHash !== null,
		playLimit,
		maxViews,
		allowEmails: allow.map((each) => each.email),
		allowDownload,
		allowIndexing,
	};
}

/** What is kept of a policy under a name: dates as days from when it is used, and no password. */
const presetPolicy = z.object({ expiresInDays: wholeNumber(3_650).nullish(), ...limits });
export const presetBody = z.object({ name: line({ min: 1, max: 60 }), policy: presetPolicy });

/** A preset as its owner sees it. */
export function toPreset({ id, name, policy }: Preset) {
	return { id: String(id), name, policy: presetPolicy.parse(policy) };
}
