// The states that a link can be in, and what each is to whom.

import type { Account } from "../support/account";
import { Client } from "../support/client";
import { type OwnLink, withCookies } from "./policy-scene";

/** What a refusal is: its status, its code in the native family, and what stands beside the words. */
export type Refusal = { status: number; code: string; beside: object };
const gone: Refusal = { status: 404, code: "share_not_found", beside: {} };
const usedUp: Refusal = { status: 410, code: "share_used_up", beside: { reason: "used_up" } };
const locked: Refusal = { status: 401, code: "share_locked", beside: { requiresPassword: true } };
const unopened: Refusal = { status: 403, code: "share_requires_open", beside: { requiresOpen: true } };
const forOthers: Refusal = { status: 403, code: "share_not_for_you", beside: {} };
const signedOut: Refusal = { status: 401, code: "share_sign_in_required", beside: { requiresAuth: true } };

const hour = 60 * 60 * 1000;
const soon = new Date(Date.now() + 24 * hour).toISOString();
const past = new Date(Date.now() - hour).toISOString();
const unlock = (client: Client, link: OwnLink, password: string) => client.post(`/api/unlock/${link.code}`, { password });

export type State = {
	/** Brings the link into this state, after visits began on it. */
	set(link: OwnLink, guest: Account): Promise<void>;
	/** What a visitor does before asking. */
	enter?(client: Client, link: OwnLink): Promise<Client>;
	anonymous: Refusal | null;
	guest: Refusal | null;
	/** What also its owner is told. */
	owner?: Refusal;
	/** Openings are spent by asking: that way does not refuse. */
	spends?: true;
};

const same = (refusal: Refusal | null) => ({ anonymous: refusal, guest: refusal });
export const states: Record<string, State> = {
	live: { set: async () => {}, ...same(null) },
	paused: { set: (link) => link.change({ isActive: false }), ...same(gone) },
	ended: { set: async (link) => void (await link.ask("DELETE", "")), ...same(gone), owner: gone },
	rotated: { set: async (link) => void (await link.ask("POST", "/rotate")), ...same(gone), owner: gone },
	expired: {
		set: (link) => link.change({ policy: { expiresAt: past } }),
		...same({ status: 410, code: "share_expired", beside: { reason: "expired" } }),
	},
	"not open yet": {
		set: (link) => link.change({ policy: { startsAt: soon } }),
		...same({ status: 403, code: "share_not_open_yet", beside: { opensAt: soon } }),
	},
	"used up": {
		async set(link) {
			await link.change({ policy: { maxViews: 1 } });
			await new Client(link.owner.url).post(`/api/open/${link.code}`);
		},
		...same(usedUp),
	},
	locked: { set: (link) => link.change({ policy: { password: "open sesame" } }), ...same(locked) },
	"locked, and tried with a wrong password": {
		set: (link) => link.change({ policy: { password: "open sesame" } }),
		enter: async (client, link) => withCookies(client, await unlock(client, link, "open sésame")),
		...same(locked),
	},
	unlocked: {
		set: (link) => link.change({ policy: { password: "open sesame" } }),
		enter: async (client, link) => withCookies(client, await unlock(client, link, "open sesame")),
		...same(null),
	},
	"unlocked, and given another password since": {
		set: (link) => link.change({ policy: { password: "open sesame" } }),
		async enter(client, link) {
			const entered = withCookies(client, await unlock(client, link, "open sesame"));
			await link.change({ policy: { password: "open sesame" } });
			return entered;
		},
		...same(locked),
	},
	"for others": { set: (link) => link.change({ policy: { allowEmails: ["x@example.test"] } }), anonymous: signedOut, guest: forOthers },
	"for the guest": {
		set: (link, guest) => link.change({ policy: { allowEmails: [guest.user.email.toUpperCase()] } }),
		anonymous: signedOut,
		guest: null,
	},
	unopened: { set: (link) => link.change({ policy: { maxViews: 1_000 } }), ...same(unopened), spends: true },
	opened: {
		set: (link) => link.change({ policy: { maxViews: 1_000 } }),
		enter: async (client, link) => withCookies(client, await client.post(`/api/open/${link.code}`)),
		...same(null),
	},
};
