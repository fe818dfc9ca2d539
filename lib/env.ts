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
	/** An OAuth app at GitHub, or at the GitHub Enterprise server under `GITHUB_URL`. */
	GITHUB_ID: setting,
	GITHUB_SECRET: setting,
	GITHUB_URL: address("https://github.com"),
	/** An OAuth client at Google, or at another OpenID Connect issuer that speaks for addresses as Google does. */
	GOOGLE_ID: setting,
	GOOGLE_SECRET: setting,
	GOOGLE_ISSUER: address("https://accounts.google.com"),
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
		github: client("GITHUB", env.GITHUB_ID, env.GITHUB_SECRET, env.GITHUB_URL),
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

/** next-auth takes its own address from the environment alone. Our origin is the one source of it. */
export function giveOriginToNextAuth(origin: string): void {
	process.env.NEXTAUTH_URL = origin;
}
