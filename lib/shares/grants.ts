import { createHmac, timingSafeEqual } from "node:crypto";

type Bound = { visitId: string; shareId: number; songId: number; expiresAt: Date };

const mac = (key: string, text: string) => createHmac("sha256", Buffer.from(key, "hex")).update(text).digest("base64url");
const signed = (key: string, { shareId, songId }: { shareId: number; songId: number }, expires: string, visit: string) =>
	mac(key, `grant:${shareId}:${songId}:${visit}:${expires}`);

/**
 * A signed right to stream one song of one link, for one visit and until it ends. It holds no secret of the visitor's: the
 * visit stands in it as a keyed hash.
 */
export function mintGrant(key: string, { visitId, expiresAt, ...bound }: Bound): string {
	const expires = Math.floor(expiresAt.getTime() / 1000).toString(36);
	const visit = mac(key, `visit:${visitId}`).slice(0, 22);
	return `${expires}.${visit}.${signed(key, bound, expires, visit)}`;
}

/** Whether the grant is one of ours for just this song and link, and not over. */
export function checkGrant(key: string, grant: string, bound: { shareId: number; songId: number }, now: Date): boolean {
	const [expires = "", visit = "", signature = "", ...rest] = grant.split(".");
	if (rest.length > 0 || Number.parseInt(expires, 36) * 1000 <= now.getTime()) return false;
	const expected = Buffer.from(signed(key, bound, expires, visit));
	const given = Buffer.from(signature);
	return given.length === expected.length && timingSafeEqual(given, expected);
}
