import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { readSecrets } from "@/lib/drivers/disk/data-folder";
import { migrateSqlite } from "@/lib/drivers/prisma/migrate";

const hostile = [
	"",
	'O\'Brien "quoted" \\ back\\slash',
	"🎵 日本語 ‮عربي‬ \u200d é é",
	"a\nb\tc\r\n",
	'{"x":1},NULL,\\N,\'); DROP TABLE "User";--',
	"NULL",
	"{}",
	" ",
	"\u0001\u007f\uffff",
];
const moments = [
	"1969-12-31T23:59:59.999+00:00",
	"1583-01-01T00:00:00.001+00:00",
	"0099-02-28T12:00:00.120+00:00",
	"2026-02-28T23:59:59.100+00:00",
	"9999-12-31T23:59:59.999+00:00",
];
const json = [
	{ artist: "Mira Holt", duration: 1.5 },
	[],
	"text",
	null,
	{ b: 1, a: [1, { d: null, c: "é\u2028\\" }], __proto__: 1, 10: 1, 9: 2, "": "" },
	{ number: [0, -1, 1e21, 1.7976931348623157e308, 5e-324, 0.1, 9007199254740991] },
	{ large: "x".repeat(300_000) },
];

/** Fills a data folder with every table, hostile words and times, and `files` files; answers the files' keys. */
export function fillInstallation(folder: string, { visits = 500, files = 12 } = {}): string[] {
	mkdirSync(folder, { recursive: true });
	readSecrets(folder);
	const file = join(folder, "passalong.db");
	migrateSqlite(file, "prisma/migrations/sqlite");
	const db = new Database(file);
	db.pragma("foreign_keys = ON");
	const add = (table: string, row: Record<string, unknown>) => {
		const names = Object.keys(row);
		const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`;
		db.prepare(sql).run(Object.values(row));
	};
	const at = (n: number) => moments[n % moments.length];
	const keys: string[] = [];
	db.transaction(() => {
		for (const [n, name] of hostile.entries()) {
			const id = `user-${n}-${name}`;
			const times = { createdAt: at(n), updatedAt: at(n + 1) };
			add("User", { id, email: `${n}@x`, username: `u${n}`, name: n % 2 ? name : null, referralCode: `r${n}`, credits: -n, ...times });
			add("ProviderAccount", { provider: "github", providerId: name, userId: id, createdAt: at(n) });
			add("Token", { id: `t${n}`, userId: id, name, hash: `h${n}`, expiresAt: n % 2 ? at(n) : null, createdAt: at(n) });
		}
		const owner = `user-0-${hostile[0]}`;
		for (let n = 0; n < 40; n++) {
			const words = { title: hostile[n % hostile.length], description: hostile[(n + 1) % hostile.length] };
			const content = JSON.stringify(json[n % json.length]);
			add("Item", {
				id: n * 7 + 1,
				ownerId: owner,
				kind: n % 2 ? "song" : "playlist",
				...words,
				content,
				note: hostile[(n + 2) % hostile.length],
				picture: n % 3 ? null : hostile[n % hostile.length],
				createdAt: at(n),
				updatedAt: at(n + 2),
				deletedAt: n % 5 ? null : at(n),
			});
		}
		// Numbers that were given away stay given away.
		add("Item", { id: 5_000, ownerId: owner, kind: "song", title: "gone", content: "{}" });
		db.exec("DELETE FROM Item WHERE id = 5000");
		for (let n = 1; n < 40; n++) add("ItemMember", { collectionId: 1, memberId: n * 7 + 1, position: n });
		for (let n = 0; n < files; n++) {
			const key = randomBytes(16).toString("hex");
			const bytes = randomBytes(n === 1 ? 9 * 1024 * 1024 : 1 + n * 1_000);
			const shelf = join(folder, "blobs", key.slice(0, 2));
			mkdirSync(shelf, { recursive: true });
			writeFileSync(join(shelf, key), bytes);
			const sha256 = createHash("sha256").update(bytes).digest("hex");
			add("Blob", {
				key,
				ownerId: owner,
				itemId: (n % 40) * 7 + 1,
				role: `audio${n}`,
				type: "audio/wav",
				size: bytes.length,
				sha256,
				createdAt: at(n),
			});
			keys.push(key);
		}
		for (let n = 1; n <= 9; n++) {
			const link = {
				id: n * 3,
				code: `c${n}`,
				ownerId: owner,
				kind: "playlist",
				createdAt: at(n),
				updatedAt: at(n),
				label: hostile[n - 1],
				isActive: n % 2,
				isProtected: n % 3 ? n % 2 : null,
				forUserId: n % 4 ? null : owner,
				personalOf: n === 4 ? `1:${owner}` : null,
				snapshotAt: n % 2 ? at(n) : null,
				allowDownload: 1,
			};
			add("Share", {
				...link,
				itemId: n % 3 ? 1 : null,
				contextId: n % 4 ? null : 8,
				primaryOf: n === 1 ? 1 : null,
				expiresAt: at(n),
				viewCount: n,
			});
			if (n % 2) add("Snapshot", { shareId: n * 3, title: hostile[n - 1], content: JSON.stringify(json[n % json.length]) });
			add("DailyStat", { shareId: n * 3, day: "2026-03-01", views: n });
			add("ReferrerStat", { shareId: n * 3, host: "example.org", views: n });
			add("AllowEntry", { shareId: n * 3, email: `guest${n}@example.org`, userId: n % 2 ? owner : null, createdAt: at(n) });
			add("LinkEvent", { shareId: n * 3, what: "refused", detail: "locked", count: n, day: n % 2 ? "2026-03-01" : null, at: at(n) });
			add("Preset", {
				ownerId: owner,
				name: hostile[n - 1] ?? `Preset ${n}`,
				policy: JSON.stringify(json[n % json.length]),
				createdAt: at(n),
			});
		}
		for (let n = 0; n < visits; n++) {
			const hashes = { addressHash: `a${n}`, userAgentHash: "u" };
			add("Room", { code: String(100_000 + n), state: JSON.stringify({ n }), version: n, expiresAt: at(n) });
			add("Visit", { id: `visit-${n}`, shareId: 3, playCount: n % 4, ...hashes, expiresAt: at(n), createdAt: at(n), updatedAt: at(n) });
			add("Play", { visitId: `visit-${n}`, songId: 8, createdAt: at(n) });
		}
		for (const [n, answer] of json.entries())
			add("IdempotentAnswer", { scope: "s", key: `k${n}`, bodyHash: "b", answer: JSON.stringify(answer), expiresAt: at(n) });
		add("Referral", {
			referrerId: owner,
			newcomerId: `user-1-${hostile[1]}`,
			source: "direct_link",
			credits: 10,
			shareId: 3,
			createdAt: at(1),
		});
	})();
	db.close();
	return keys;
}

/** Every row of every table, and the counters, as they stand in the file; JSON as what it says, since its names have no order. */
export function rowsOf(folder: string): Record<string, unknown[]> {
	const db = new Database(join(folder, "passalong.db"), { readonly: true });
	try {
		const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB '[A-Z]*' ORDER BY name").pluck().all();
		const parsed = (row: object) =>
			Object.fromEntries(
				Object.entries(row).map(([name, value]) => [name, /^(?:content|answer|policy)$/.test(name) ? JSON.parse(value) : value]),
			);
		const rows = tables.map((name) => [name, (db.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).all() as object[]).map(parsed)]);
		return { ...Object.fromEntries(rows), counters: db.prepare("SELECT name, seq FROM sqlite_sequence ORDER BY name").all() };
	} finally {
		db.close();
	}
}
