/** The account as its settings page shows it. */
export type Settings = {
	email: string;
	username: string;
	name: string | null;
	hasPassword: boolean;
	/** Ids of the providers it is signed in through. */
	providers: string[];
};

/** A token without its secret, which is shown once. */
export type TokenEntry = { id: string; name: string; createdAt: string; expiresAt: string | null };

/** Who came, and the link that brings more. */
export type Invitations = { link: string; total: number; credits: number; history: { date: string; credits: number; source: string }[] };
