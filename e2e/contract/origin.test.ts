import { beforeEach, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { sessionCookie } from "../support/credentials";
import { lanes } from "../support/lanes";
import { multipart } from "../support/multipart";
import { wav } from "../support/wav";
import { ownServer, ways } from "./own-server";
import { foreignOrigin, nativeError, signedOut } from "./shapes";
import { type SharedPlaylist, sharePlaylist, songAt, Visitor } from "./visitor";

type Headers = Record<string, string>;
const foreignNative = nativeError("forbidden_origin", "This request came from another site");

/** Every call that changes something, as somebody signed in may ask it; `anybody` may, without an account too. */
const calls: { call: string; method: string; path: string; body?: unknown; anybody?: boolean }[] = [
	{ call: "change a playlist", method: "PATCH", path: "/api/playlists/:playlist", body: { name: "Changed" } },
	{ call: "make a playlist", method: "POST", path: "/api/playlists", body: { name: "Made" } },
	{ call: "change a song", method: "PATCH", path: "/api/songs/:song", body: { title: "Changed" } },
	{ call: "make a link", method: "POST", path: "/api/share/song/:song" },
	{ call: "make a playlist's link", method: "POST", path: "/api/share/playlist/:playlist" },
	{ call: "begin a session", method: "POST", path: "/api/share/:share/session", anybody: true },
	{ call: "play", method: "POST", path: "/api/share/:share/play", body: { sessionId: ":session", songId: ":song" }, anybody: true },
	{ call: "count a view", method: "POST", path: "/api/open/:share", anybody: true },
	{ call: "change an account", method: "PATCH", path: "/api/me", body: { name: "Changed" } },
	{ call: "make a token", method: "POST", path: "/api/tokens", body: { name: "Script" } },
	{ call: "end a link", method: "DELETE", path: "/api/share/:share" },
	{ call: "delete a playlist", method: "DELETE", path: "/api/playlists/:playlist" },
	{ call: "delete a song", method: "DELETE", path: "/api/songs/:song" },
	{ call: "delete an account", method: "DELETE", path: "/api/me", body: { currentPassword: ":password" } },
];
const isNative = (path: string) => /^\/api\/(?:me|open|tokens)/.test(path);

const foreign = (url: string): Headers[] => [
	{ origin: "https://evil.test" },
	{ origin: "null" },
	{ origin: "" },
	{ origin: `${url}.evil.test` },
	{ origin: url.replace(/:\d+$/, ":1") },
	{ origin: url.replace("http:", "https:") },
	{ origin: `${url}/` },
	{ origin: url.toUpperCase() },
	{ origin: "https://evil.test", host: "evil.test", "x-forwarded-host": "evil.test" },
	{ origin: "https://evil.test", "sec-fetch-site": "same-origin" },
	{ "sec-fetch-site": "cross-site" },
];
const own = (url: string): Headers[] => [{ origin: url }, { "sec-fetch-site": "same-origin" }, {}];

describe.each(lanes)("another site's request on $name", ({ url }) => {
	let scene: SharedPlaylist & { fill(text: string): string };
	let owner: Account;
	beforeEach(async () => {
		owner = await Account.signUp(url);
		const shared = await sharePlaylist(url, { songs: 1, owner });
		const { sessionId } = await Visitor.begin(url, shared.shareId);
		const names = {
			playlist: shared.playlist.id,
			song: songAt(shared.songs, 1),
			share: shared.shareId,
			session: sessionId,
			password: owner.password,
		};
		scene = {
			...shared,
			fill: (text) => Object.entries(names).reduce((filled, [name, value]) => filled.replaceAll(`:${name}`, value), text),
		};
	});
	const send = ({ method, path, body }: (typeof calls)[number], headers: Headers) => {
		const filled = body === undefined ? undefined : (JSON.parse(scene.fill(JSON.stringify(body))) as unknown);
		return new Client(url, headers).send(method, scene.fill(path), filled);
	};
	const everything = async () => {
		const client = new Client(url, { authorization: `Bearer ${owner.token}` });
		const paths = ["/api/me", "/api/songs", "/api/playlists", "/api/share/my/shares"];
		return Promise.all(paths.map(async (path) => (await client.get(path)).body));
	};

	test("with the cookie changes nothing", async () => {
		const cookie = await sessionCookie(owner);
		const before = await everything();
		for (const call of calls) {
			for (const headers of foreign(url)) {
				const { status, body } = await send(call, { cookie, ...headers });
				const refused = isNative(call.path) ? foreignNative : foreignOrigin;
				expect([status, body], `${call.call} ${JSON.stringify(headers)}`).toEqual([403, refused]);
			}
		}
		expect(await everything()).toEqual(before);
	});

	test("with the cookie uploads nothing", async () => {
		const cookie = await sessionCookie(owner);
		const form = multipart({ file: { bytes: wav(), name: "song.wav" } });
		const { status, body } = await new Client(url, { cookie, origin: "https://evil.test" }).ask("POST", "/api/songs", form);
		expect([status, body]).toEqual([403, foreignOrigin]);
	});

	test("is told from our own page's, and from a client's that is no browser", async () => {
		const cookie = await sessionCookie(owner);
		const [page, ...others] = own(url);
		for (const call of calls) {
			// What deletes can be asked once; the others must do it each time.
			for (const headers of call.method === "DELETE" ? [page] : [page, ...others]) {
				expect((await send(call, { cookie, ...headers })).status, `${call.call} ${JSON.stringify(headers)}`).toBeLessThan(300);
			}
		}
	});

	test("with a Bearer token may do anything, for no browser adds that by itself", async () => {
		const headers = { authorization: `Bearer ${owner.token}`, origin: "https://evil.test", "sec-fetch-site": "cross-site" };
		for (const call of calls) expect((await send(call, headers)).status, call.call).toBeLessThan(300);
	});

	test("without credentials may do what anybody may", async () => {
		for (const call of calls.filter((call) => call.anybody)) {
			for (const headers of foreign(url)) expect((await send(call, headers)).status, call.call).toBeLessThan(300);
		}
	});

	test("with a cookie that does not hold is a request without one", async () => {
		const { status, body } = await new Client(url, { cookie: "passalong.session=nonsense", origin: "https://evil.test" }).post(
			"/api/playlists",
			{},
		);
		expect([status, body]).toEqual([401, signedOut]);
	});

	test("that reads is answered, and the browser keeps the answer from that site", async () => {
		const cookie = await sessionCookie(owner);
		const answer = await new Client(url, { cookie, origin: "https://evil.test" }).get("/api/me");
		expect(answer.status).toBe(200);
		expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
		const preflight = await new Client(url, { origin: "https://evil.test", "access-control-request-method": "PATCH" }).ask(
			"OPTIONS",
			"/api/me",
		);
		expect(Object.keys(preflight.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
	});
});

describe.each(ways)("under a public address of its own, on $name", (way) => {
	const origin = "https://music.example";
	const server = ownServer(way, { ORIGIN: origin, RATE_LIMIT_SCALE: "100000" });

	test("links, sign-in and the check of the Origin go by that, whatever a request calls us", async () => {
		const { url } = server();
		const { owner, shareId } = await sharePlaylist(url, { songs: 1, owner: await Account.signUp(url) });
		const claims: Headers[] = [
			{},
			{ host: "evil.test" },
			{ "x-forwarded-host": "evil.test", "x-forwarded-proto": "http" },
			{ forwarded: "host=evil.test" },
		];
		for (const forged of claims) {
			const client = new Client(url, { authorization: `Bearer ${owner.token}`, ...forged });
			expect((await client.get("/api/share/my/shares")).body).toMatchObject({ data: [{ shareUrl: `${origin}/share/${shareId}` }] });
			expect((await client.get("/api/auth/providers")).body).toMatchObject({
				credentials: { signinUrl: `${origin}/api/auth/signin/credentials`, callbackUrl: `${origin}/api/auth/callback/credentials` },
			});
		}

		const csrf = await new Client(url).get<{ csrfToken: string }>("/api/auth/csrf");
		const cookies = csrf.headers["set-cookie"]?.map((cookie) => cookie.split(";")[0]).join("; ") ?? "";
		const form = new URLSearchParams({ email: owner.user.email, password: owner.password, csrfToken: csrf.body.csrfToken, json: "true" });
		form.set("callbackUrl", "https://evil.test/");
		const signedIn = await new Client(url).ask<{ url: string }>("POST", "/api/auth/callback/credentials", {
			headers: { cookie: cookies, "content-type": "application/x-www-form-urlencoded", origin, host: "evil.test" },
			body: form.toString(),
		});
		expect([signedIn.status, new URL(signedIn.body.url).origin]).toEqual([200, origin]);
		const cookie = signedIn.headers["set-cookie"]?.find((each) => each.startsWith("__Secure-passalong.session=")) ?? "";
		expect(cookie).toMatch(/; Secure/i);

		const patch = (from: string) => new Client(url, { cookie: cookie.split(";")[0] ?? "", origin: from }).patch("/api/me", { name: "Ada" });
		expect((await patch(origin)).status).toBe(200);
		expect((await patch(url)).status, "the port it listens on is not its address").toBe(403);
	});
});
