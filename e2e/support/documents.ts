import type { Page } from "@playwright/test";
import type { Account } from "./account";

export type Doc = { id: string; version: number; title: string } & Record<string, unknown>;
export type Row = { id: string; text: string; completed: boolean };

/** Items of these texts; a text that begins with "x " is done. */
export function rows(...texts: string[]): Row[] {
	return texts.map((text, at) => ({ id: `i${at}`, text: text.replace(/^x /, ""), completed: text.startsWith("x ") }));
}

/** A list or note of an account, made through the API, as its editor and its link show it. */
export class OwnDocument {
	private constructor(
		readonly api: Account,
		readonly kind: "list" | "note",
		readonly id: string,
	) {}

	static async make(api: Account, kind: "list" | "note", body: object): Promise<OwnDocument> {
		const answer = await api.send("POST", `/api/${kind}s`, body);
		if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
		return new OwnDocument(api, kind, ((await answer.json()) as Doc).id);
	}

	get path(): string {
		return `/api/${this.kind}s/${this.id}`;
	}

	get editor(): string {
		return `/dashboard/${this.kind}/${this.id}`;
	}

	/** Opens its editor. */
	async open(page: Page): Promise<void> {
		await page.goto(this.editor);
	}

	async stored(): Promise<Doc> {
		return (await this.api.fetch(this.path)).json();
	}

	/** The list as one line each, done ones with "x " before them. */
	async lines(): Promise<string[]> {
		const { items } = await this.stored();
		return (items as Row[]).map(({ text, completed }) => `${completed ? "x " : ""}${text}`);
	}

	change(changes: object): Promise<Response> {
		return this.api.send("PUT", this.path, changes);
	}

	async share(): Promise<string> {
		const { shareUrl } = await (await this.api.fetch(`${this.path}/share`, { method: "POST" })).json();
		return shareUrl;
	}
}

/** Everything that was typed is saved. */
export const saved = (page: Page) => page.getByText("Saved", { exact: true });
