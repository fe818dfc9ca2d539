import { expect } from "vitest";
import { Account } from "../support/account";
import { byToken } from "../support/credentials";
import type { Lane } from "../support/lane-servers";
import { uuid } from "./shapes";

/** An element as Excalidraw has it, with all that every element has. */
export const drawn = {
	id: "1",
	type: "rectangle",
	x: 10,
	y: 20,
	width: 300,
	height: 150,
	angle: 0,
	strokeColor: "#1e1e1e",
	backgroundColor: "#ffec99",
	fillStyle: "hachure",
	strokeWidth: 2,
	strokeStyle: "solid",
	roughness: 1,
	opacity: 100,
	seed: 7,
	version: 1,
	versionNonce: 0,
	index: "a0",
	isDeleted: false,
	groupIds: [],
	frameId: null,
	roundness: { type: 3 },
	boundElements: null,
	updated: 0,
	link: null,
	locked: false,
};

/** The answers of the document of family 004 as they stand in it, by kind. Its values are examples; a test puts its own in their places. */
export const documentKinds = [
	{
		kind: "list",
		path: "/api/lists",
		absent: "List not found or access denied",
		/** Share a List */
		share: {
			shareToken: "550e8400-e29b-41d4-a716-446655440000",
			shareUrl: "https://itemize.cloud/shared/list/550e8400-e29b-41d4-a716-446655440000",
		},
		/** Revoke List Sharing */
		revoked: { message: "List sharing revoked successfully" },
		owner: "John Doe",
		/** Get Shared List */
		shared: {
			id: "123",
			title: "My Shared List",
			category: "Work",
			items: [{ id: "1", text: "Task 1", completed: false }],
			color_value: "#3B82F6",
			created_at: "2024-01-15T10:00:00Z",
			updated_at: "2024-01-15T12:00:00Z",
			creator_name: "John Doe",
		},
	},
	{
		kind: "note",
		path: "/api/notes",
		absent: "Note not found or access denied",
		/** Share a Note */
		share: {
			shareToken: "550e8400-e29b-41d4-a716-446655440001",
			shareUrl: "https://itemize.cloud/shared/note/550e8400-e29b-41d4-a716-446655440001",
		},
		/** Revoke Note Sharing; its answer is the list's, in its own name. */
		revoked: { message: "Note sharing revoked successfully" },
		owner: "Jane Smith",
		/** Get Shared Note */
		shared: {
			id: "456",
			title: "My Shared Note",
			content: "This is the note content...",
			category: "Personal",
			color_value: "#10B981",
			created_at: "2024-01-15T10:00:00Z",
			updated_at: "2024-01-15T12:00:00Z",
			creator_name: "Jane Smith",
		},
	},
	{
		kind: "whiteboard",
		path: "/api/whiteboards",
		absent: "Whiteboard not found or access denied",
		/** Share a Whiteboard */
		share: {
			shareToken: "550e8400-e29b-41d4-a716-446655440002",
			shareUrl: "https://itemize.cloud/shared/whiteboard/550e8400-e29b-41d4-a716-446655440002",
		},
		/** Revoke Whiteboard Sharing; likewise. */
		revoked: { message: "Whiteboard sharing revoked successfully" },
		owner: "Bob Wilson",
		/** Get Shared Whiteboard; its document leaves open what `canvas_data` is. */
		shared: {
			id: "789",
			title: "My Shared Whiteboard",
			category: "Design",
			canvas_data: { elements: [drawn], appState: {}, files: {} },
			canvas_width: 800,
			canvas_height: 600,
			background_color: "#FFFFFF",
			color_value: "#EF4444",
			created_at: "2024-01-15T10:00:00Z",
			updated_at: "2024-01-15T12:00:00Z",
			creator_name: "Bob Wilson",
		},
	},
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type Token = { shareToken: string; shareUrl: string };
export type Doc = { id: string; title: string; version: number; updated_at: string } & Record<string, unknown>;

/** The answer with the example's values in the places of those that differ from server to server; those it must have at all are checked. */
export function asInDocument(answer: unknown, example: object): unknown {
	const heard = Object(answer);
	for (const name of ["id", "created_at", "updated_at"]) expect(heard[name], name).toEqual(expect.any(String));
	for (const name of ["created_at", "updated_at"]) expect(new Date(heard[name]).toISOString(), name).toBe(heard[name]);
	const { id, created_at, updated_at } = example as Record<string, unknown>;
	return { ...heard, id, created_at, updated_at };
}

/** Somebody with the document that the examples are about. */
export async function documentScene(lane: Pick<Lane, "url">, { path, shared, owner: name }: DocumentKind) {
	const account = await Account.signUp(lane.url, { name });
	const owner = await byToken(account);
	const { id: _id, created_at: _created, updated_at: _updated, creator_name: _name, ...fields } = shared;
	const made = (await owner.post<Doc>(path, fields)).body;
	return { account, owner, made, path: `${path}/${made.id}` };
}

/** The scene with its link. */
export async function sharedScene(lane: Pick<Lane, "url">, kind: DocumentKind) {
	const scene = await documentScene(lane, kind);
	const { body: link } = await scene.owner.post<Token>(`${scene.path}/share`);
	expect(link.shareToken).toEqual(uuid);
	return { ...scene, link, publicPath: `/api/shared/${kind.kind}/${link.shareToken}` };
}
