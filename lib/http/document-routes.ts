import { z } from "zod";
import type { Owner } from "@/lib/authority";
import { absentOf, toDocument, toMerged, toRevoked, toShareToken } from "@/lib/contracts/content";
import { phrase } from "@/lib/contracts/phrases";
import { createDocument, type DocumentChanges, documentChanges, editDocument, newDocument, type Put } from "@/lib/items/documents";
import {
	documentFormat,
	type Imported,
	type ImportWords,
	importBody,
	importDocument,
	importWords,
	inJson,
	type ReadDocument,
	uploaded,
} from "@/lib/items/import-document";
import { ownItem } from "@/lib/items/own-item";
import { removeItem } from "@/lib/items/remove";
import { exportAs } from "@/lib/kinds/formats";
import type { Platform } from "@/lib/platform";
import type { Item } from "@/lib/ports";
import { exportOwn } from "@/lib/shares/export";
import type { Kind } from "@/lib/shares/kind";
import { shareItem, unshareItem } from "@/lib/shares/turn";
import { byBody } from "./by-body";
import { endpoint, uploadEndpoint } from "./endpoint";
import { exportLimit, exportResponse } from "./export-response";
import { versioned } from "./item-version";
import { route } from "./route";

// The owner's calls of family 004, alike for each of its kinds.

const owned = { dialect: "content", actor: "owner" } as const;
/** Largest file of an import, in bytes. */
const maxFile = 5 * 1024 * 1024;

type Asked = { world: Platform; owner: Owner; params: Readonly<Record<string, string>> };

function own(kind: Kind) {
	return ({ world, owner, params }: Asked) => ownItem(world, owner, kind.name, params.id ?? "", absentOf(kind));
}

/** The caller's documents of this kind, newest first; a new one. */
export function documents(kind: Kind) {
	return route("content", {
		GET: endpoint({
			...owned,
			run: ({ world, owner }) => world.items.list({ ownerId: owner.id, kind: kind.name }),
			write: (items) => ({ body: items.map(toDocument) }),
		}),
		POST: endpoint({
			...owned,
			body: newDocument(kind),
			run: ({ world, owner, body }) => createDocument(world, owner, kind, body),
			write: (item) => versioned({ status: 201, body: toDocument(item) }, item),
		}),
	});
}

/** How a call changes a document: the fields that it takes, and how they become part of what is there. */
type Change = { body?: z.ZodType<DocumentChanges>; put?: Put };

/** One of them. `PUT` changes what it is given; with `version` only that one. `PATCH` is there for kinds that can merge what they are given. */
export function oneDocument(kind: Kind, { replace, merge }: { replace?: Change; merge?: Change } = {}) {
	const find = own(kind);
	const change = ({ body = documentChanges(kind), put }: Change, told: (item: Item) => object) =>
		endpoint({
			...owned,
			// It may go while it is changed.
			words: { not_found: phrase("content", absentOf(kind).absent).text },
			body,
			run: async (asked) => editDocument(asked.world, await find(asked), kind, asked.body, toDocument, put),
			write: (item) => versioned({ body: told(item) }, item),
		});
	return route("content", {
		GET: endpoint({ ...owned, run: find, write: (item) => versioned({ body: toDocument(item) }, item) }),
		PUT: change(replace ?? {}, toDocument),
		...(merge ? { PATCH: change(merge, toMerged) } : {}),
		DELETE: endpoint({ ...owned, run: async (asked) => removeItem(asked.world, await find(asked)) }),
	});
}

/** Its link: on, and off with its code kept. */
export function documentShare(kind: Kind) {
	const find = own(kind);
	return route("content", {
		POST: endpoint({
			...owned,
			run: async (asked) => shareItem(asked.world, asked.owner, await find(asked), kind),
			write: ({ share }, { world }) => ({ body: toShareToken(world.origin, kind, share) }),
		}),
		DELETE: endpoint({
			...owned,
			run: async (asked) => unshareItem(asked.world, asked.owner, await find(asked)),
			write: () => ({ body: toRevoked(kind) }),
		}),
	});
}

/** It as a file. */
export function documentExport(kind: Kind) {
	const find = own(kind);
	return route("content", {
		GET: endpoint({
			...owned,
			limit: exportLimit,
			search: z.object({ format: documentFormat.optional() }),
			run: async (asked) => {
				const { item, ...source } = exportOwn(asked.world, kind, await find(asked));
				return { title: item.title, ...(await exportAs(kind.name, asked.search.format ?? null, { ...item, ...source, songs: [] })) };
			},
			write: (file) => exportResponse(file),
		}),
	});
}

type MakeFrom = (
	owner: { world: Platform; owner: Owner },
	file: { bytes: Uint8Array; name: string },
	words: ImportWords,
) => Promise<Imported>;

/** One more, from a file: a form with `file`, or JSON with its `content`. The answer tells what was left out. */
export function documentImport(kind: Kind, read: ReadDocument) {
	return importWith(({ world, owner }, file, words) => importDocument(world, owner, { kind, read }, file, words));
}

/** The same for a kind whose files are made into documents in a way of its own, of up to so many bytes. */
export function importWith(make: MakeFrom, maxBytes = maxFile) {
	const limit = { name: "documents.imports", per: "minute", max: 30 } as const;
	const write = ({ item, skipped }: Imported) => versioned({ status: 201, body: { ...toDocument(item), skipped } }, item);
	return route("content", {
		POST: byBody({
			form: uploadEndpoint({
				dialect: "content",
				limit,
				upload: { field: "file", maxBytes, words: importWords },
				run: async (asked) => make(asked, await uploaded(asked.file), asked.body),
				write,
			}),
			json: endpoint({
				...owned,
				limit,
				body: importBody,
				run: (asked) => make(asked, inJson(asked.body), asked.body),
				write,
			}),
		}),
	});
}
