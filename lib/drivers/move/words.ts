import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { CannotMove } from "./row-store";

/** Rows in a folder or in PostgreSQL; files in a folder or in a bucket. */
export type Wanted = { from: Side; to: Side; afresh: boolean };
export type Side = { rows: { folder: string } | { url: string }; files: { folder: string } | BucketWords };
export type BucketWords = { bucket: string; prefix: string; endpoint: string | null; region: string };

export const usage = `Moves a whole installation: rows, files and keys.

  npm run move -- --from ./data --to postgres://user:password@host/database
  npm run move -- --from ./data --to postgres://… --to-files 's3://bucket/music/?endpoint=https://…&region=…'
  npm run move -- --from postgres://… --from-files s3://… --to ./data

A place is a folder (SQLite, files and keys in it) or a PostgreSQL database; its files are then in DATA_DIR, unless --from-files or
--to-files names another folder or a bucket. What follows the bucket's name is put before every key as it stands, as S3_PREFIX is; its
keys are S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY. Stop the server first.
A move that was interrupted goes on where it was when it is started again with the same words; --afresh begins it anew.`;

/** What holds where nothing else is said: DATA_DIR, S3_ENDPOINT, S3_REGION. Folders are named as seen `from` there. */
export type Defaults = { from: string; dataDir: string; endpoint: string | null; region: string };

const prefixForm = z.string().regex(/^[\w./-]*$/);

/** What somebody asked for on the command line. Throws `CannotMove` with words, or with the usage. */
export function readWords(words: string[], defaults: Defaults): Wanted {
	const values = parsed(words);
	if (!values.from || !values.to) throw new CannotMove(usage);
	return {
		from: side(values.from, values["from-files"], defaults),
		to: side(values.to, values["to-files"], defaults),
		afresh: values.afresh === true,
	};
}

function parsed(words: string[]) {
	const string = { type: "string" } as const;
	try {
		return parseArgs({
			args: words,
			options: { from: string, to: string, "from-files": string, "to-files": string, afresh: { type: "boolean" } },
		}).values;
	} catch (error) {
		throw new CannotMove(`${error instanceof Error ? error.message : ""}\n\n${usage}`);
	}
}

function side(place: string, files: string | undefined, defaults: Defaults): Side {
	if (/^postgres(?:ql)?:\/\//.test(place)) {
		if (!URL.canParse(place)) throw new CannotMove("That postgres:// address cannot be read. Is a sign in the password not written as %…?");
		return { rows: { url: place }, files: filesAt(files ?? defaults.dataDir, defaults) };
	}
	if (/^(?!file:)\w{2,}:/.test(place)) throw new CannotMove(`${place.split(":")[0]}: is no place to move from or to.\n\n${usage}`);
	const folder = folderOf(place, defaults);
	return { rows: { folder }, files: filesAt(files ?? folder, defaults) };
}

const folderOf = (place: string, { from }: Defaults): string => resolve(from, place.replace(/^file:(?:\/\/(?=\/))?/, ""));

function filesAt(place: string, defaults: Defaults): Side["files"] {
	if (!place.startsWith("s3://")) return { folder: folderOf(place, defaults) };
	const url = URL.canParse(place) ? new URL(place) : null;
	const prefix = prefixForm.safeParse(url?.pathname.slice(1));
	if (!url?.hostname || !prefix.success) throw new CannotMove("A bucket is written s3://bucket/prefix?endpoint=https://…&region=…");
	return {
		bucket: url.hostname,
		prefix: prefix.data,
		endpoint: url.searchParams.get("endpoint") ?? defaults.endpoint,
		region: url.searchParams.get("region") ?? defaults.region,
	};
}
