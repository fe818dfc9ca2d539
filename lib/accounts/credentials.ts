import { z } from "zod";
import { line } from "@/lib/text";

/** As accounts are compared: trimmed and in lower case. */
export const email = z.string("Required").trim().toLowerCase().max(254, "At most 254 characters").pipe(z.email("Not an e-mail address"));
export const username = z
	.string("Required")
	.trim()
	.min(3, "At least 3 characters")
	.max(30, "At most 30 characters")
	.regex(/^[a-z0-9_]+$/, "Only a-z, 0-9 and _");
/** A new password. Length is counted in characters, not bytes. */
export const password = z.string("Required").min(8, "At least 8 characters").max(200, "At most 200 characters");
/** What people are called; empty is none. */
export const displayName = line({ max: 80 })
	.nullable()
	.transform((name) => name || null);

/** The code that a person hands out. */
export const referralCode = z.string().regex(/^[A-Za-z0-9]{8}$/);
/** The code of a link, of any kind of item. */
export const shareCode = z.string().regex(/^(?:[0-9a-f]{16}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/);

/** The code of the link that a path, with or without a query, is the page of. */
export function sharedBy(path: string): string | undefined {
	return shareCode.safeParse(/^\/shared?\/(?:[a-z]+\/)?([0-9a-f-]+)\/?(?:[?#]|$)/.exec(path)?.[1]).data;
}

export const signUpBody = z.object({
	email,
	password,
	username,
	name: displayName.optional(),
	/** Unknown or malformed codes are ignored: nobody is kept out by a mangled link. */
	referralCode: referralCode.optional().catch(undefined),
	/** Code of the link whose page led here. */
	via: shareCode.optional().catch(undefined),
});
export type SignUpBody = z.output<typeof signUpBody>;

/** What signs in: bounded, and otherwise free, so that a wrong password reads as wrong and not as malformed. */
export const credentialsBody = z.object({
	email: z.string("Required").trim().toLowerCase().min(1, "Required").max(254, "At most 254 characters"),
	password: z.string("Required").min(1, "Required").max(200, "At most 200 characters"),
});
export type CredentialsBody = z.output<typeof credentialsBody>;

export const accountChanges = z.object({
	name: displayName.optional(),
	username: username.optional(),
	email: email.optional(),
	password: password.optional(),
	currentPassword: z.string().max(200, "At most 200 characters").optional(),
});
export type AccountChanges = z.output<typeof accountChanges>;

/** The password that an account has, as somebody typed it. */
const currentPassword = z.string("Required").min(1, "Required").max(200, "At most 200 characters");
/** The parts of `accountChanges` that need the current password, as a form has them. */
export const emailChange = z.object({ email, currentPassword });
export const passwordChange = z.object({ password, currentPassword });
export const profileChange = z.object({ name: displayName, username });

/** An account without a password is confirmed by its username, typed. */
export const accountRemoval = z.object({
	currentPassword: currentPassword.optional(),
	username: z.string().max(30, "At most 30 characters").optional(),
});
export type AccountRemoval = z.output<typeof accountRemoval>;

/** A token for a program. Without `expiresAt` it lasts until it is revoked. */
export const tokenBody = z.object({
	name: line({ min: 1, max: 60 }),
	expiresAt: z.iso
		.datetime({ offset: true, error: "Not a date and time" })
		.transform((text) => new Date(text))
		.nullish()
		.transform((date) => date ?? null),
});
export type TokenBody = z.output<typeof tokenBody>;
