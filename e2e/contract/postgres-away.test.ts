import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgres, type Service } from "../../scripts/steps/services.mjs";
import { Account } from "../support/account";
import { Client, type Heard } from "../support/client";
import { Browser } from "../support/cookie-browser";
import { startServer, type TestServer } from "../support/server";
import { startProxy, type TcpProxy } from "../support/tcp-proxy";
import { testPostgres } from "../support/throw-away";

const words = "Temporarily unavailable. Try again in a moment.";
/** In ms; nothing a request does takes longer, whatever the database does: it hears after 4.5 s that it is to come again, and has to get there and back. */
const longest = 8_000;

const bothLanes: { name: string; lane: Record<string, string> }[] = [
	{ name: "the fast lane", lane: {} },
	{ name: "Next's lane", lane: { FAST_LANE: "off" } },
];

type Scene = { shareId: string; sessionId: string; songId: string; account: Account; cookie: string };

describe.skipIf(!testPostgres())("a server whose PostgreSQL is away", () => {
	let database: Service;
	let proxy: TcpProxy;
	beforeAll(async () => {
		const made = await postgres();
		if (!made) throw new Error("there is no PostgreSQL");
		database = made;
		proxy = await startProxy(made.url);
	});
	afterAll(async () => {
		await proxy?.stop();
		await database?.end();
	});

	// One database for both: they come one after the other, each with accounts of its own.
	describe.each(bothLanes)("through $name", ({ lane }) => {
		let server: TestServer;
		let client: Client;
		let scene: Scene;
		beforeAll(async () => {
			server = await startServer({ env: { ...lane, DATABASE_URL: proxy.url, RATE_LIMIT_SCALE: "100000" } });
			client = new Client(server.url);
			scene = await sceneOn(server, client);
		});
		afterAll(async () => {
			await server?.stop();
		});

		const calls = (): [string, () => Promise<Heard>, unknown][] => {
			const share = { success: false, error: words };
			const native = { error: { code: "unavailable", message: words } };
			const owner = { authorization: `Bearer ${scene.account.token}` };
			const { shareId, sessionId, songId, account } = scene;
			const credentials = { email: account.user.email, password: account.password };
			return [
				["a visitor's session", () => client.post(`/api/share/${shareId}/session`), share],
				["its state", () => client.get(`/api/share/${shareId}/session/${sessionId}`), share],
				["a play", () => client.post(`/api/share/${shareId}/play`, { sessionId, songId }), share],
				["a link made", () => client.post(`/api/share/song/${songId}`, {}, owner), share],
				["an opening", () => client.post(`/api/open/${shareId}`), native],
				["the account", () => client.get("/api/me", owner), native],
				["a sign-in for a token", () => client.post("/api/auth/token", credentials), native],
				[
					"a sign-up",
					() => client.post("/api/auth/signup", { ...credentials, email: "new@example.test", username: "somebody_new" }),
					native,
				],
				["next-auth's session", () => client.get("/api/auth/session", { cookie: scene.cookie }), native],
				["next-auth's sign-in", () => signIn(new Browser(server.url), account), native],
			];
		};

		/** Every call is answered in its family's words, in time. */
		async function expectAway() {
			await Promise.all(
				calls().map(async ([name, call, body]) => {
					const start = performance.now();
					const answer = await call();
					expect([name, answer.status, answer.body, answer.headers["retry-after"]]).toEqual([name, 503, body, "1"]);
					expect(answer.headers["set-cookie"]?.filter((cookie) => cookie.includes("session-token")) ?? [], name).toEqual([]);
					expect(performance.now() - start, name).toBeLessThan(longest);
				}),
			);
		}

		/** Pages say with the status for it that they will be back, in HTML that needs no script. */
		async function expectCalmPages() {
			const asked: [path: string, headers: Record<string, string>][] = [
				[`/share/${scene.shareId}`, {}],
				[`/share/${scene.shareId}`, { cookie: scene.cookie }],
				["/dashboard", { cookie: scene.cookie }],
				["/signin", { cookie: scene.cookie }],
			];
			await Promise.all(
				asked.map(async ([path, headers]) => {
					const start = performance.now();
					const page = await client.get<string>(path, headers);
					expect([path, page.status, page.headers["retry-after"]]).toEqual([path, 503, "1"]);
					expect(page.body).toContain("<title>One moment · Passalong</title>");
					expect(page.body).toMatch(/<h1[^>]*>We are catching our breath<\/h1>/);
					expect(page.body).not.toMatch(/Prisma|ECONN|postgres/i);
					expect(performance.now() - start, path).toBeLessThan(longest);
				}),
			);
		}

		async function expectBack() {
			await until(async () => (await client.get("/api/health/ready")).status === 200);
			const { shareId, sessionId, songId } = scene;
			expect((await client.get(`/api/share/${shareId}`)).status).toBe(200);
			expect((await client.post(`/api/share/${shareId}/play`, { sessionId, songId })).status).toBe(200);
			expect((await client.get(`/share/${shareId}`)).status).toBe(200);
			const session = await client.get<{ user?: object }>("/api/auth/session", { cookie: scene.cookie });
			expect(session.body.user).toBeDefined();
		}

		test("a stopped one is 503 for every call, and all is well when it runs again", async () => {
			expect(await client.get("/api/health/ready")).toMatchObject({ status: 200, body: { drivers: { postgresql: true, disk: true } } });
			await database.stop();
			await expectAway();
			await expectCalmPages();
			expect(await client.get("/api/health/ready")).toMatchObject({
				status: 503,
				body: { status: "unavailable", drivers: { postgresql: false, disk: true } },
			});
			// It is the server that lives; only what it needs is missing.
			expect((await client.get("/api/health/live")).status).toBe(200);
			await database.start();
			await expectBack();
		}, 180_000);

		test("one that says nothing any more is 503 too, before anybody loses patience", async () => {
			proxy.blackhole();
			await expectAway();
			await expectCalmPages();
			const start = performance.now();
			expect((await client.get("/api/health/ready")).status).toBe(503);
			expect(performance.now() - start).toBeLessThan(longest);
			await proxy.restore();
			await expectBack();
		}, 180_000);

		test("a server ends in order though its database says nothing", async () => {
			const other = await startServer({ env: { ...lane, DATABASE_URL: proxy.url } });
			const asked = new Client(other.url);
			expect((await asked.get("/api/health/ready")).status).toBe(200);
			proxy.blackhole();
			try {
				// With connections that it believes to be well.
				expect(await other.stop()).toBe(0);
			} finally {
				await proxy.restore();
			}
		}, 180_000);

		test("what it says of that in its log is calm: no stack, no address with a password", async () => {
			const log = server.output();
			expect(log).toContain("The database does not answer");
			expect(log).toContain("The database answers again");
			expect(log).not.toMatch(/\n\s+at |failed:|postgres:\/\//);
		});
	});
});

/** An account with a link to one song, a visitor's session on it, and the account's cookie. */
async function sceneOn({ url }: TestServer, client: Client): Promise<Scene> {
	const account = await Account.signUp(url);
	const song = await account.upload({ title: "Northbound" });
	const { shareId } = await account.share("song", song.id);
	const { body } = await client.post<{ data: { sessionId: string } }>(`/api/share/${shareId}/session`);
	const browser = new Browser(url);
	await signIn(browser, account);
	return { shareId, sessionId: body.data.sessionId, songId: song.id, account, cookie: browser.cookie };
}

/** Signs in as a browser does; what proves that the form is ours comes without the database. */
async function signIn(browser: Browser, { user: { email }, password }: Account): Promise<Heard> {
	const { body } = await browser.ask<{ csrfToken: string }>("GET", "/api/auth/csrf");
	return browser.ask("POST", "/api/auth/callback/credentials", { email, password, csrfToken: body.csrfToken, json: "true" });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + 60_000;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error("it did not come back");
		await wait(50);
	}
}
