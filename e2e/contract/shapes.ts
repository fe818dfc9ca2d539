import { expect } from "vitest";
import type { User } from "../support/account";

/** Ids of items and links: digits in a string. */
export const id: unknown = expect.stringMatching(/^[1-9]\d{0,9}$/);
export const date: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
export const shareId: unknown = expect.stringMatching(/^[0-9a-f]{16}$/);
export const sessionId: unknown = expect.stringMatching(/^[0-9a-f]{32}$/);
/** What `crypto.randomUUID()` makes. */
export const uuid: unknown = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** Success in family 003. */
export const success = (data: unknown) => ({ success: true, data });
/** An error in family 003. */
export const failure = (error: string, beside: object = {}) => ({ success: false, error, ...beside });
/** An error of the calls that belong to no family. */
export const nativeError = (code: string, message: unknown, beside: object = {}) => ({ error: { code, message, ...beside } });

export const signedOut = failure("Authentication required");
export const foreignOrigin = failure("This request came from another site");

/** An owner as everybody may see her. */
export const publicOwner = ({ id, username }: User) => ({ id, username });

/** The path of a granted song. */
export const streamUrl = (shareId: string, songId: string): unknown =>
	expect.stringMatching(new RegExp(`^/api/share/${shareId}/stream/${songId}\\?grant=[\\w-]+\\.[\\w-]{22}\\.[\\w-]{43}$`));
