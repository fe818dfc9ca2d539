import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { look } from "../support/database";
import { multipart } from "../support/multipart";
import { plain } from "../support/pictures";
import { startServer } from "../support/server";
import { fixture } from "../support/songs";

let dataDir: string;
beforeAll(async () => {
	dataDir = await mkdtemp(join(tmpdir(), "passalong-covers-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const filesIn = (folder: string) =>
	existsSync(join(dataDir, folder))
		? readdirSync(join(dataDir, folder), { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
		: [];

test("a power cut while covers are given, replaced and taken away leaves every row with its file and no file without one", async () => {
	const pictures = await Promise.all(Array.from({ length: 6 }, (_, index) => plain("png", 200 + index)));
	for (let cut = 0; cut < 2; cut++) {
		const server = await startServer({ env: { DATA_DIR: dataDir, RATE_LIMIT_SCALE: "100000" } });
		const { token } = await Account.signUp(server.url);
		const client = new Client(server.url, { authorization: `Bearer ${token}` });
		const song = multipart({ file: { bytes: await fixture("late-train.mp3"), name: "song.mp3" } });
		const { body } = await client.ask<{ data: { id: string } }>("POST", "/api/songs", song);
		const path = `/api/items/${body.data.id}/cover`;
		const begun = pictures.flatMap((bytes) => [
			client.ask("PUT", path, multipart({ file: { bytes, name: "cover.png" } })),
			client.ask("POST", "/api/songs", song),
			client.delete(path),
		]);
		const settled = Promise.allSettled(begun);
		// The first answer is there, all others are somewhere on their way.
		await Promise.race(begun);
		await server.kill();
		await settled;

		const again = await startServer({ env: { DATA_DIR: dataDir, RATE_LIMIT_SCALE: "100000" } });
		const rows = await look<number>(again, "SELECT count(*) FROM Blob");
		const names = filesIn("blobs");
		expect(filesIn("staging")).toEqual([]);
		expect(names).toHaveLength(rows);
		for (const name of names) expect(await look<number>(again, "SELECT count(*) FROM Blob WHERE key = ?", name)).toBe(1);
		expect(await look<number>(again, "SELECT count(*) FROM Blob WHERE role LIKE 'cover%'")).toBe(
			2 * (await look<number>(again, "SELECT count(*) FROM Item WHERE cover IS NOT NULL")),
		);
		expect(await again.stop()).toBe(0);
	}
});
