import { resolve } from "node:path";
import { z } from "zod";

const absent = (value: unknown) => (value === "" ? undefined : value);

const setting = z.preprocess(absent, z.string().optional());
const address = (otherwise: string) => z.preprocess(absent, z.url({ protocol: /^https?$/ }).default(otherwise));

const schema = z.object({
	PORT: z.preprocess(absent, z.coerce.number().int().min(1).max(65_535).default(3000)),
	/** Address to listen on; without it all of them, IPv4 and IPv6. */
	HOST: z.preprocess(absent, z.string().optional()),
	/** Scheme, host and port under which people reach us. */
	ORIGIN: z.preprocess(absent, z.url({ protocol: /^https?$/ }).optional()),
	DATA_DIR: z.preprocess(absent, z.string().default("./data")),
	/** How many reverse proxies stand in front: the client's address is the n-th `X-Forwarded-For` from the right. */
	TRUST_PROXY: z.preprocess(absent, z.coerce.number().int().min(0).max(10).default(0)),
	/** Multiplies request-rate limits, for tests and benchmarks; never budgets of failures. */
	RATE_LIMIT_SCALE: z.preprocess(absent, z.coerce.number().positive().default(1)),
	/** `postgres://…`: the database; without it SQLite in the data folder. */
	DATABASE_URL: z.preprocess(absent, z.url({ protocol: /^postgres(ql)?$/, error: "no postgres:// address" }).optional()),
	/** Connections to PostgreSQL at most, of this process. */
	DATABASE_POOL: z.preprocess(absent, z.coerce.number().int().min(2).max(200).default(10)),
	/** How long a statement may take at PostgreSQL, in milliseconds. */
	DATABASE_TIMEOUT: z.preprocess(absent, z.coerce.number().int().min(100).max(60_000).default(4_000)),
	/** `redis://…`: limits and the bus between instances. */
	REDIS_URL: z.preprocess(absent, z.url({ protocol: /^rediss?$/, error: "no redis:// address" }).optional()),
	/** Limits over Upstash's REST; takes precedence over `REDIS_URL` for them. */
	UPSTASH_REDIS_REST_URL: z.preprocess(absent, z.url({ protocol: /^https?$/ }).optional()),
	UPSTASH_REDIS_REST_TOKEN: setting,
	/** Files in a bucket of S3, or of a store that speaks its protocol under `S3_ENDPOINT`; without a bucket in the data folder. */
	S3_BUCKET: setting,
	S3_ENDPOINT: z.preprocess(absent, z.url({ protocol: /^https?$/ }).optional()),
	S3_REGION: z.preprocess(absent, z.string().default("us-east-1")),
	S3_ACCESS_KEY_ID: setting,
	S3_SECRET_ACCESS_KEY: setting,
	/** Put before every key: several installations can share a bucket. */
	S3_PREFIX: z.preprocess(
		absent,
		z
			.string()
			.regex(/^[\w./-]*$/)
			.default(""),
	),
	/** An OAuth app at GitHub, or at the GitHub Enterprise server under `GITHUB_URL`. */
	GITHUB_ID: setting,
	GITHUB_SECRET: setting,
	GITHUB_URL: address("https://github.com"),
	/** An OAuth client at Google, or at another OpenID Connect issuer that speaks for addresses as Google does. */
	GOOGLE_ID: setting,
	GOOGLE_SECRET: setting,
	GOOGLE_ISSUER: address("https://accounts.google.com"),
	/** The Movie Database finds films for rooms too, when there is a key for it: one of its API keys or read access tokens. */
	TMDB_API_KEY: setting,
	TMDB_URL: address("https://api.themoviedb.org/3"),
	/** `off` sends every request through Next, for the tests that compare both lanes. */
	FAST_LANE: z.preprocess(absent, z.enum(["on", "off"]).default("on")),
});

export type Env = ReturnType<typeof readEnv>;

/** A setting has a value that cannot be used; the message names it. */
export class BadSetting extends Error {}

/** Reads and checks the settings: the only reader of `process.env`. Throws `BadSetting`. */
export function readEnv(source: Record<string, string | undefined> = process.env) {
	const result = schema.safeParse(source);
	if (!result.success) {
		throw new BadSetting(result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
	}
	const { PORT: port, ...env } = result.data;
	return {
		port,
		host: env.HOST,
		origin: new URL(env.ORIGIN ?? `http://localhost:${port}`).origin,
		dataDir: resolve(env.DATA_DIR),
		trustProxy: env.TRUST_PROXY,
		rateLimitScale: env.RATE_LIMIT_SCALE,
		fastLane: env.FAST_LANE === "on",
		postgres: env.DATABASE_URL ? { url: env.DATABASE_URL, pool: env.DATABASE_POOL, timeout: env.DATABASE_TIMEOUT } : null,
		redis: env.REDIS_URL ? { url: env.REDIS_URL } : null,
		upstash: upstash(env.UPSTASH_REDIS_REST_URL, env.UPSTASH_REDIS_REST_TOKEN),
		s3: s3(env),
		github: client("GITHUB", env.GITHUB_ID, env.GITHUB_SECRET, env.GITHUB_URL),
		tmdb: env.TMDB_API_KEY ? { key: env.TMDB_API_KEY, url: env.TMDB_URL.replace(/\/+$/, "") } : null,
		google: client("GOOGLE", env.GOOGLE_ID, env.GOOGLE_SECRET, env.GOOGLE_ISSUER),
	};
}

/** Who we are to a sign-in provider, and where it is. */
export type ProviderClient = { id: string; secret: string; url: string };

/** Null when nobody set it up. Throws `BadSetting` when only half of it is there. */
function client(name: string, id: string | undefined, secret: string | undefined, url: string): ProviderClient | null {
	if (!id && !secret) return null;
	if (!id || !secret) throw new BadSetting(`${name}_ID and ${name}_SECRET: one is set, the other is not`);
	return { id, secret, url: url.replace(/\/+$/, "") };
}

type S3Settings = Pick<
	z.output<typeof schema>,
	"S3_BUCKET" | "S3_ENDPOINT" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY" | "S3_PREFIX"
>;

/** Where a bucket is and by what keys we get at it. Null when nobody set it up. Throws `BadSetting` when only a part of it is there. */
function s3(env: S3Settings) {
	const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
	if (!bucket && !endpoint && !accessKeyId && !secretAccessKey) return null;
	if (!bucket || !accessKeyId || !secretAccessKey)
		throw new BadSetting("S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY: some are set, others are not");
	return { bucket, prefix: env.S3_PREFIX, endpoint: endpoint ?? null, region: env.S3_REGION, accessKeyId, secretAccessKey };
}

function upstash(url: string | undefined, token: string | undefined): { url: string; token: string } | null {
	if (!url && !token) return null;
	if (!url || !token) throw new BadSetting("UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN: one is set, the other is not");
	return { url, token };
}

/** next-auth takes its own address from the environment alone. Our origin is the one source of it. */
export function giveOriginToNextAuth(origin: string): void {
	process.env.NEXTAUTH_URL = origin;
}
