import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { argon2Passwords } from "@/lib/drivers/argon2/passwords";
import { openBetweenInstances } from "@/lib/drivers/between-instances";
import { diskBlobs } from "@/lib/drivers/disk/blobs";
import { claimFolder, readSecrets } from "@/lib/drivers/disk/data-folder";
import { type DatabasePlace, openDatabase } from "@/lib/drivers/prisma/database";
import { databaseSecrets } from "@/lib/drivers/prisma/secrets";
import { prismaStore } from "@/lib/drivers/prisma/store";
import { s3Blobs } from "@/lib/drivers/s3/blobs";
import { openBucket } from "@/lib/drivers/s3/bucket";
import { claimBucket, installationOf } from "@/lib/drivers/s3/claim";
import { liveStore } from "@/lib/drivers/store/live";
import { roomsTogether } from "@/lib/drivers/store/rooms-together";
import { tmdbFilms } from "@/lib/drivers/tmdb/films";
import { within } from "@/lib/drivers/within";
import type { Env } from "@/lib/env";
import { holdPlatform, type Platform } from "@/lib/platform";
import type { Clock, Secrets } from "@/lib/ports";

/** Opens the drivers for these settings and makes them those of this process. To be called once, before anything asks. */
export async function openPlatform(env: Env): Promise<Platform> {
	const opened = await createPlatform(env);
	holdPlatform(opened);
	return opened;
}

/** In ms: what another instance did is seen within a second even if no word of it comes; who streams then looks twice a second. */
const oldestRemembered = 250;

/** Composes drivers for the settings. Reads, or makes, the secrets of the installation. */
async function createPlatform(env: Env): Promise<Platform> {
	const database = await openDatabase(databasePlace(env));
	const clock = { now: () => new Date() };
	const secrets = env.postgres ? await databaseSecrets(database.db) : readSecrets(env.dataDir);
	const between = await openBetweenInstances({ ...env, hasOthers: env.postgres !== null }, clock, secrets.visit);
	const files = await openFiles(env, clock, secrets);
	const store = prismaStore(database.db, database.engine, database.together);
	return {
		env,
		origin: env.origin,
		clock,
		secrets,
		...liveStore(store, between.bus, { maxAge: env.postgres ? oldestRemembered : null }),
		rooms: roomsTogether(between.rooms ?? store.rooms, between.bus),
		films: env.tmdb && tmdbFilms(env.tmdb),
		socketAdapter: between.socketAdapter,
		blobs: files.blobs,
		limiter: between.limiter,
		bus: between.bus,
		passwords: argon2Passwords(),
		async check() {
			const [rows, there] = await Promise.all([works(database.check), works(files.check)]);
			// Without Redis an instance limits and looks by itself: that is told, and nobody need stay away for it.
			return { ready: rows && there, drivers: { [database.engine]: rows, [files.driver]: there, ...(await between.check()) } };
		},
		async close() {
			files.close();
			await Promise.all([database.close(), between.close()]);
		},
	};
}

/** Where the files are: in the bucket, when there is one, which then is ours alone; in the data folder otherwise. */
async function openFiles(env: Env, clock: Clock, secrets: Secrets) {
	if (!env.s3) {
		if (env.postgres) claimFolder(env.dataDir, installationOf(secrets.visit));
		const check = () => access(env.dataDir, constants.W_OK);
		return { driver: "disk", blobs: diskBlobs(env.dataDir), check, close() {} };
	}
	const bucket = await openBucket(env.s3);
	await claimBucket(bucket, installationOf(secrets.visit));
	const blobs = s3Blobs(bucket, { staging: join(env.dataDir, "staging"), clock });
	return { driver: "s3", blobs, check: bucket.check, close: bucket.close };
}

/** SQLite's name in the data folder. */
export const databaseFile = "passalong.db";

/** Where the rows are. */
export const databasePlace = ({ postgres, dataDir }: Env): DatabasePlace => postgres ?? { file: join(dataDir, databaseFile) };

/** In ms: a driver that says nothing for so long does not work. */
const silence = 3_000;

async function works(ask: () => Promise<unknown>): Promise<boolean> {
	try {
		await within(silence, ask());
		return true;
	} catch (error) {
		console.error(`A driver does not answer: ${error instanceof Error ? error.message.trim().split("\n").at(-1) : error}`);
		return false;
	}
}
