import { copyFileSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { migrateSqlite } from "./migrate";

const migrations = "prisma/migrations/sqlite";

/** One row of everything, as the first version stored it. */
const rows = `
	INSERT INTO User (id, email, username, referralCode, updatedAt) VALUES ('ada', 'ada@example.org', 'ada', 'AAAAAAAA', 0), ('bob', 'bob@example.org', 'bob', 'BBBBBBBB', 0);
	INSERT INTO Token (id, userId, name, hash) VALUES ('t', 'ada', 'x', 'h');
	INSERT INTO Item (id, ownerId, kind, title, content) VALUES (1, 'ada', 'playlist', 'x', '{}'), (2, 'ada', 'song', 'y', '{}');
	INSERT INTO ItemMember (collectionId, memberId, position) VALUES (1, 2, 0);
	INSERT INTO Blob (key, ownerId, itemId, role, type, size, sha256) VALUES ('k', 'ada', 2, 'audio', 'audio/wav', 1, 's');
	INSERT INTO Share (id, code, ownerId, itemId, kind, primaryOf, viewCount) VALUES (1, 'c', 'ada', 1, 'playlist', 1, 7);
	INSERT INTO Visit (id, shareId, addressHash, userAgentHash, expiresAt, updatedAt) VALUES ('v', 1, 'a', 'u', 0, 0);
	INSERT INTO Play (visitId, songId) VALUES ('v', 2);
	INSERT INTO IdempotentAnswer (scope, key, bodyHash, answer, expiresAt) VALUES ('s', 'k', 'b', '{}', 0);
	INSERT INTO DailyStat (shareId, day, views) VALUES (1, '2026-03-01', 7);
	INSERT INTO Referral (referrerId, newcomerId, source, credits) VALUES ('ada', 'bob', 'direct_link', 10);
`;

test("an installation of the first version keeps every row through all migrations", () => {
	const folder = mkdtempSync(join(tmpdir(), "passalong-upgrade-"));
	const file = join(folder, "test.db");
	mkdirSync(join(folder, "first"));
	copyFileSync(join(migrations, "0001_start.sql"), join(folder, "first", "0001_start.sql"));
	migrateSqlite(file, join(folder, "first"));
	const db = new Database(file);
	db.pragma("foreign_keys = ON");
	db.exec(rows);
	const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB '[A-Z]*'").pluck().all() as string[];
	const counts = () => tables.map((table) => [table, db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()]);
	const before = counts();
	expect(before.filter(([, count]) => count === 0)).toEqual([]);
	migrateSqlite(file, migrations);
	expect(counts()).toEqual(before);
	expect(db.prepare("SELECT viewCount FROM Share").pluck().get()).toBe(7);
	db.close();
});
