import sharp from "sharp";
import type { KindName } from "@/lib/shares/kind";
import type { Account } from "./account";

/** `shown` stands in what is published, `hidden` in what only the owner sees. */
type Words = { shown: string; hidden: string };
/** The item, and a song of it that streams where it has one. */
export type Made = { itemId: string; songId: string };

async function make<T>(owner: Account, path: string, body: unknown, method = "POST"): Promise<T> {
	const answer = await owner.send(method, path, body);
	if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
	return answer.status === 204 ? (null as T) : ((await answer.json()) as T);
}

const item = ({ id }: { id: string | number }): Made => ({ itemId: String(id), songId: "" });

/** A picture whose camera wrote down whose it is. */
function taken(by: string, shade: number): Promise<Buffer> {
	const create = { width: 60, height: 40, channels: 3 as const, background: { r: shade, g: 90, b: 120 } };
	return sharp({ create })
		.jpeg()
		.withExif({ IFD0: { Artist: by, ImageDescription: by } })
		.toBuffer();
}

/** Makes something of each kind, by its family's own calls. */
export const oneOfEach: Record<KindName, (owner: Account, words: Words) => Promise<Made>> = {
	async song(owner, { shown }) {
		const { id } = await owner.upload({ title: `${shown} song`, artist: shown, seconds: 0.2 });
		return { itemId: id, songId: id };
	},
	async playlist(owner, { shown }) {
		const song = await owner.upload({ title: `${shown} song`, artist: shown, seconds: 0.2 });
		return { itemId: (await owner.playlist(`${shown} list`, [song])).id, songId: song.id };
	},
	async session(owner, { shown, hidden }) {
		const { session } = await make<{ session: { id: number } }>(owner, "/api/sessions", { title: shown, description: shown });
		const form = new FormData();
		for (let n = 1; n <= 5; n++) {
			form.append("files[]", new File([new Uint8Array(await taken(hidden, n * 40))], `${hidden}-${n}.jpg`, { type: "image/jpeg" }));
			form.append("captions[]", n === 5 ? hidden : `${shown} ${n}`);
		}
		const path = `/api/sessions/${session.id}/media`;
		const answer = await owner.fetch(path, { method: "POST", body: form });
		if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		await make(owner, `${path}/5`, undefined, "DELETE");
		return item(session);
	},
	async chat(owner, { shown, hidden }) {
		const path = `/api/users/${owner.user.id}/chats`;
		const messages = [
			{ actor: "user", message: shown },
			{ actor: "assistant", message: hidden },
		];
		type Chat = { id: number; messages: { id: number }[] };
		const { chat } = await make<{ chat: Chat }>(owner, path, { name: shown, messages });
		await make(owner, `${path}/${chat.id}/messages/${chat.messages[1]?.id}`, { hidden: true }, "PATCH");
		return item(chat);
	},
	list: async (owner, { shown }) =>
		item(await make(owner, "/api/lists", { title: shown, category: shown.slice(0, 60), items: [{ text: shown }] })),
	note: async (owner, { shown }) => item(await make(owner, "/api/notes", { title: shown, content: `# ${shown}\n\n${shown}` })),
	async whiteboard(owner, { shown, hidden }) {
		const text = (id: string, words: string, more: object = {}) => ({
			id,
			type: "text",
			x: 0,
			y: 0,
			width: 100,
			height: 25,
			text: words,
			originalText: words,
			fontSize: 20,
			fontFamily: 5,
			...more,
		});
		const elements = [text("a", shown), text("b", hidden, { isDeleted: true })];
		return item(await make(owner, "/api/whiteboards", { title: shown, canvas_data: { elements, appState: { name: hidden } } }));
	},
};
