import { headers } from "next/headers";
import { cache } from "react";
import type { Account } from "@/components/account/model";
import type { Owner, Visitor } from "@/lib/authority";
import { readActor, visitorOf } from "@/lib/http/actor";
import { addressHeader } from "@/lib/http/client-address";
import { platform } from "@/lib/platform";
import { isRefused, isUnavailable } from "@/lib/refused";

/** Who looks at this page; read once a request. */
export const viewer = cache(async (): Promise<Visitor> => {
	const sent = await headers();
	const { owner } = await readActor(platform(), sent);
	return visitorOf(platform(), sent, owner, sent.get(addressHeader) ?? "");
});

/** The signed-in account, or null. */
export async function currentAccount(): Promise<Account | null> {
	const { owner } = await viewer();
	if (!owner) return null;
	const { id, email, username, name, image } = owner.user;
	return { id, email, username, name, image };
}

/** What the signed-in account may read; `without` for everybody else, and for what is refused. Throws `unavailable`. */
export async function forOwner<T>(without: T, read: (owner: Owner) => Promise<T>): Promise<T> {
	const { owner } = await viewer();
	if (!owner) return without;
	try {
		return await read(owner);
	} catch (error) {
		if (isRefused(error) && !isUnavailable(error)) return without;
		throw error;
	}
}
