import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Whom the provider's page is about to send back. */
export type Person = {
	id: number;
	login: string;
	name: string | null;
	email: string | null;
	verified: boolean;
	/** Addresses beside the primary one, as GitHub lists them. */
	others?: { email: string; primary: boolean; verified: boolean }[];
};

/** What goes wrong at the provider. */
type Fault = "denied" | "token_refused" | "garbage" | "no_profile" | "foreign_key" | "other_audience" | "other_issuer" | "expired";

type Given = { person: Person; clientId: string; redirectUri: string; challenge: string | null; nonce: string | null };

export const client = { id: "client-id", secret: "client-secret" };

/**
 * GitHub (Enterprise) and an OpenID Connect issuer at one address, over real HTTP and with real signatures. Whoever comes to its page is `person`
 * and is sent back at once.
 */
export class SignInProvider {
	person: Person = { id: 1, login: "nobody", name: null, email: null, verified: false };
	fault: Fault | null = null;
	readonly asked: string[] = [];
	private readonly codes = new Map<string, Given>();
	private readonly key = generateKeyPairSync("rsa", { modulusLength: 2048 });
	private readonly foreignKey = generateKeyPairSync("rsa", { modulusLength: 2048 });
	private readonly server = createServer((request, response) => {
		this.answer(request, response).catch((error: unknown) => {
			response.writeHead(500).end(String(error));
		});
	});
	url = "";

	static async start(): Promise<SignInProvider> {
		const provider = new SignInProvider();
		await new Promise<void>((resolve) => provider.server.listen(0, "127.0.0.1", resolve));
		provider.url = `http://127.0.0.1:${(provider.server.address() as AddressInfo).port}`;
		return provider;
	}

	/** Settings under which a server signs in through both. */
	get env(): Record<string, string> {
		return {
			GITHUB_ID: client.id,
			GITHUB_SECRET: client.secret,
			GITHUB_URL: this.url,
			GOOGLE_ID: client.id,
			GOOGLE_SECRET: client.secret,
			GOOGLE_ISSUER: this.url,
		};
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? "/", this.url);
		this.asked.push(`${request.method} ${url.pathname}`);
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const form = new URLSearchParams(Buffer.concat(chunks).toString());
		const json = (body: unknown, status = 200) =>
			response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

		if (url.pathname === "/login/oauth/authorize" || url.pathname === "/authorize") {
			return void response.writeHead(302, { location: this.authorize(url.searchParams) }).end();
		}
		if (url.pathname === "/.well-known/openid-configuration") return void json(this.discovery());
		if (url.pathname === "/jwks")
			return void json({ keys: [{ ...this.key.publicKey.export({ format: "jwk" }), kid: "k", use: "sig", alg: "RS256" }] });
		if (url.pathname === "/login/oauth/access_token" || url.pathname === "/token") {
			const given = this.redeem(form, request.headers.authorization);
			if (!given || this.fault === "token_refused") return void json({ error: "invalid_grant" }, 400);
			const access = randomUUID();
			this.codes.set(access, given);
			const token = { access_token: access, token_type: "bearer", scope: "read:user,user:email" };
			return void json(url.pathname === "/token" ? { ...token, id_token: this.idToken(given) } : token);
		}
		const given = this.codes.get(request.headers.authorization?.replace(/^bearer /i, "") ?? "");
		if (!given || this.fault === "no_profile") return void json({ message: "Bad credentials" }, 401);
		const { id, login, name, email, verified, others = [] } = given.person;
		if (this.fault === "garbage") return void json({ id: [], login: { a: 1 } });
		if (url.pathname === "/api/v3/user")
			return void json({ id, login, name, email: "shown@example.test", avatar_url: "https://example.test/x.png" });
		if (url.pathname === "/api/v3/user/emails") return void json([...others, ...(email ? [{ email, primary: true, verified }] : [])]);
		response.writeHead(404).end();
	}

	private authorize(query: URLSearchParams): string {
		const back = new URL(query.get("redirect_uri") ?? "");
		back.searchParams.set("state", query.get("state") ?? "");
		if (this.fault === "denied") {
			back.searchParams.set("error", "access_denied");
			return back.href;
		}
		const code = randomUUID();
		this.codes.set(code, {
			person: this.person,
			clientId: query.get("client_id") ?? "",
			redirectUri: query.get("redirect_uri") ?? "",
			challenge: query.get("code_challenge"),
			nonce: query.get("nonce"),
		});
		back.searchParams.set("code", code);
		return back.href;
	}

	/** Once, for the client that asked, at the address it gave, with the verifier of its challenge. */
	private redeem(form: URLSearchParams, authorization = ""): Given | null {
		const given = this.codes.get(form.get("code") ?? "");
		this.codes.delete(form.get("code") ?? "");
		const basic = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;
		const isClient = authorization === basic || (form.get("client_id") === client.id && form.get("client_secret") === client.secret);
		if (!given || !isClient || given.clientId !== client.id || form.get("redirect_uri") !== given.redirectUri) return null;
		if (given.challenge === null) return given;
		const proof = createHash("sha256")
			.update(form.get("code_verifier") ?? "")
			.digest("base64url");
		return proof === given.challenge ? given : null;
	}

	private discovery() {
		const { url } = this;
		return {
			issuer: url,
			authorization_endpoint: `${url}/authorize`,
			token_endpoint: `${url}/token`,
			jwks_uri: `${url}/jwks`,
			response_types_supported: ["code"],
			subject_types_supported: ["public"],
			id_token_signing_alg_values_supported: ["RS256"],
		};
	}

	private idToken({ person, nonce }: Given): string {
		const now = Math.floor(Date.now() / 1000);
		const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
		const claims = {
			iss: this.fault === "other_issuer" ? "https://evil.test" : this.url,
			aud: this.fault === "other_audience" ? "somebody-else" : client.id,
			sub: String(person.id),
			iat: now,
			exp: this.fault === "expired" ? now - 3_600 : now + 3_600,
			name: person.name ?? undefined,
			email: person.email ?? undefined,
			email_verified: person.verified,
			...(nonce ? { nonce } : {}),
		};
		const signed = `${encode({ alg: "RS256", kid: "k", typ: "JWT" })}.${encode(claims)}`;
		const { privateKey } = this.fault === "foreign_key" ? this.foreignKey : this.key;
		return `${signed}.${createSign("sha256").update(signed).sign(privateKey, "base64url")}`;
	}
}
