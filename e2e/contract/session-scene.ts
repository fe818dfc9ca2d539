import { expect } from "vitest";
import { Account } from "../support/account";
import type { Client, Heard } from "../support/client";
import { byToken } from "../support/credentials";
import { multipartFiles } from "../support/multipart";
import { picture } from "../support/pictures";

export type Medium = {
	id: number;
	sessionId: number;
	mediaUrl: string;
	thumbnail: string | null;
	caption: string;
	type: "image" | "video";
	order: number;
	width: number;
	height: number;
	seconds: number | null;
};
export type Session = {
	id: number;
	title: string;
	description: string;
	intervalMin: number;
	intervalMax: number;
	transition: string;
	isManualMode: boolean;
	thumbnail: string | null;
	isPublic: boolean;
	mediaCount: number;
	createdAt: string;
	updatedAt: string;
};
export type Whole = { session: Session; media: Medium[] };
export type Added = { media: Medium[]; skipped: { name: string; reason: string }[] };
export type Shared = { shareCode: string; shareUrl: string; referralCode: string };
type File = { bytes: Uint8Array; name: string };

/** A code of a link to a session: UUID version 4. */
export const shareCode: unknown = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** Somebody's session, and whoever may change it. */
export class SessionScene {
	private constructor(
		readonly account: Account,
		readonly owner: Client,
		readonly session: Session,
	) {}

	static async of(account: Account, fields: object = {}): Promise<SessionScene> {
		const owner = await byToken(account);
		const { status, body } = await owner.post<Whole>("/api/sessions", { title: "A week in the hills", ...fields });
		if (status !== 201) throw new Error(`no session: ${status} ${JSON.stringify(body)}`);
		return new SessionScene(account, owner, body.session);
	}

	/** A fresh account with a session of this many small pictures. */
	static async begin(
		url: string,
		{ pictures = 0, ...fields }: { pictures?: number } & Record<string, unknown> = {},
	): Promise<SessionScene> {
		const scene = await SessionScene.of(await Account.signUp(url), fields);
		if (pictures > 0) await scene.pictures(pictures);
		return scene;
	}

	get path(): string {
		return `/api/sessions/${this.session.id}`;
	}

	add(files: readonly File[], options: Parameters<typeof multipartFiles>[1] = {}): Promise<Heard<Added>> {
		return this.owner.ask("POST", `${this.path}/media`, multipartFiles(files, options));
	}

	/** Adds so many pictures, all different, which must all come in. */
	async pictures(count: number, texts: readonly string[] = []): Promise<Medium[]> {
		const files = await Promise.all(
			Array.from({ length: count }, async (_, index) => ({
				bytes: await picture("jpeg", { width: 60 + index, height: 40 }),
				name: `${index}.jpg`,
			})),
		);
		const { status, body } = await this.add(files, { texts });
		if (status !== 201 || body.media.length !== count) throw new Error(`no pictures: ${status} ${JSON.stringify(body)}`);
		return body.media;
	}

	async whole(): Promise<Whole> {
		return (await this.owner.get<Whole>(this.path)).body;
	}

	/** The link that everybody may open, or one person's. */
	async share(userId?: string): Promise<Shared> {
		const { status, body } = await this.owner.post<Shared>(`${this.path}/share`, userId === undefined ? undefined : { userId });
		if (status !== 200) throw new Error(`not shared: ${status} ${JSON.stringify(body)}`);
		return body;
	}
}
