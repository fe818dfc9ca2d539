import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/** The request header in which `server.ts` hands on what this finds; whatever a client sends under that name is dropped. */
export const addressHeader = "x-passalong-address";

/** The address that limits count a request by. */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: number): string {
	return clientAddress(socket.remoteAddress, String(headers["x-forwarded-for"] ?? ""), trustProxy);
}

/**
 * A client's address as limits count it: the socket's peer, or the n-th `X-Forwarded-For` from the right behind n trusted
 * proxies. IPv6 counts by its /64, the smallest block that one customer gets (RFC 6177).
 */
export function clientAddress(peer: string | undefined, forwarded: string | undefined, trustProxy: number): string {
	const hops = (forwarded ?? "").split(",").map((hop) => hop.trim());
	const claimed = trustProxy > 0 ? hops.at(-trustProxy) : undefined;
	return grouped(claimed || peer || "unknown");
}

function grouped(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
	if (!isIPv6(plain)) return plain;
	const [head = "", tail = ""] = plain.split("::");
	const left = head ? head.split(":") : [];
	const right = tail ? tail.split(":") : [];
	const zeros = plain.includes("::") ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0") : [];
	const groups = [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16).toString(16));
	return `${groups.slice(0, 4).join(":")}::/64`;
}
