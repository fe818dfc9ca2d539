import { beforeEach, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byCookie, byToken, cookiesOf } from "../support/credentials";
import { change, look } from "../support/database";
import { lanes } from "../support/lanes";
import { ownServer, ways } from "./own-server";
import { date } from "./shapes";
import { sharePlaylist } from "./visitor";

type Referrals = { referralCode: string; total: number; credits: number; history: { date: string; credits: number; source: string }[] };
type User = { user: { id: string; email: string } };

let count = 0;
function newcomer(given: object = {}) {
	const username = `r_${Date.now().toString(36)}_${count++}`;
	return { email: `${username}@example.test`, username, password: "correct horse", ...given };
}

describe.each(lanes)("referrals on $name", (lane) => {
	const { url } = lane;
	const client = new Client(url);
	let referrer: Account;
	beforeEach(async () => {
		referrer = await Account.signUp(url, { name: "Ada" });
	});
	const signUp = (body: object, headers: Record<string, string> = {}) => client.post<User>("/api/auth/signup", body, headers);
	const referrals = async (account: Account) => (await (await byToken(account)).get<Referrals>("/api/me/referrals")).body;
	const credits = (id: string) => look<number>(lane, "SELECT credits FROM User WHERE id = ?", id);
	/** What a browser keeps after it asked for these pages. */
	const visit = async (...paths: string[]) => {
		let cookie = "";
		for (const path of paths) cookie = cookiesOf(await client.get(path, { cookie })) || cookie;
		return cookie;
	};
	const sources = async () => (await referrals(referrer)).history.map(({ source }) => source);

	test("begin with nothing", async () => {
		for (const asked of [await byCookie(referrer), await byToken(referrer)]) {
			const { status, body } = await asked.get("/api/me/referrals");
			expect([status, body]).toEqual([200, { referralCode: referrer.user.referralCode, total: 0, credits: 0, history: [] }]);
		}
	});

	test("tell who came, how and when, newest first, and whom they made richer", async () => {
		const code = referrer.user.referralCode;
		const { shareId } = await sharePlaylist(url, { songs: 1, owner: referrer });
		const ways: { headers: Record<string, string>; body: object }[] = [
			{ headers: { cookie: await visit(`/?ref=${code}`) }, body: newcomer() },
			{ headers: { cookie: await visit(`/signup?ref=${code}`) }, body: newcomer() },
			{ headers: { cookie: await visit(`/share/${shareId}?r=${code}`) }, body: newcomer() },
			{ headers: {}, body: newcomer({ via: shareId }) },
			{ headers: {}, body: newcomer({ referralCode: code }) },
		];
		for (const { headers, body } of ways) {
			const { status, body: made } = await signUp(body, headers);
			expect([status, await credits(made.user.id)]).toEqual([201, 25]);
		}
		const { history, ...sums } = await referrals(referrer);
		expect(sums).toEqual({ referralCode: code, total: 5, credits: 50 });
		expect(history).toEqual(
			["direct_link", "session_share", "session_share", "direct_link", "landing_page"].map((source) => ({ date, credits: 10, source })),
		);
		const throughLink = "SELECT count(*) FROM Referral r JOIN Share s ON s.id = r.shareId WHERE s.code = ?";
		expect(await look<number>(lane, throughLink, shareId), "the cookie that came with the link, and via").toBe(2);
	});

	test("the cookie is the server's alone, lasts thirty days, and the last link counts", async () => {
		const other = await Account.signUp(url);
		const first = await client.get(`/?ref=${other.user.referralCode}`);
		expect(first.headers["set-cookie"]).toEqual([
			`passalong.referral=${other.user.referralCode}.landing_page; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax`,
		]);
		const cookie = await visit(`/?ref=${other.user.referralCode}`, `/signin?ref=${referrer.user.referralCode}`);
		await signUp(newcomer(), { cookie });
		expect([await sources(), await credits(other.user.id)]).toEqual([["direct_link"], 0]);
	});

	test("the cookie goes with the sign-up, and not before one works", async () => {
		const cookie = await visit(`/?ref=${referrer.user.referralCode}`);
		const failed = await signUp(newcomer({ email: referrer.user.email }), { cookie });
		expect([failed.status, failed.headers["set-cookie"]]).toEqual([409, undefined]);
		const made = await signUp(newcomer(), { cookie });
		expect(made.headers["set-cookie"]).toEqual(["passalong.referral=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"]);
	});

	test.each([
		"/?r=short",
		"/?ref=AbCd12345",
		"/?ref=%3Cscript",
		"/?ref=AbCd%0d%0a",
		"/?r=AbCd12;4",
		"/?x=AbCd1234",
		"/api/health/live?ref=AbCd1234",
		"/icon.svg?ref=AbCd1234",
	])("%s sets none", async (path) => {
		expect((await client.get(path)).headers["set-cookie"]).toBeUndefined();
	});

	test("a body's code counts before the link, the link before the cookie; what is unknown is passed over", async () => {
		const [byCode, byLink, byNote] = [referrer, await Account.signUp(url), await Account.signUp(url)];
		const { shareId } = await sharePlaylist(url, { songs: 1, owner: byLink });
		const cookie = await visit(`/?ref=${byNote.user.referralCode}`);
		const all = { referralCode: byCode.user.referralCode, via: shareId };
		const earned = () => Promise.all([byCode, byLink, byNote].map(({ user }) => credits(user.id)));
		await signUp(newcomer(all), { cookie });
		expect(await earned()).toEqual([10, 0, 0]);
		await signUp(newcomer({ ...all, referralCode: "zzzzzzzz" }), { cookie });
		expect(await earned()).toEqual([10, 10, 0]);
		await signUp(newcomer({ referralCode: "zzzzzzzz", via: "0123456789abcdef" }), { cookie });
		expect(await earned()).toEqual([10, 10, 10]);
		expect(await look<number>(lane, "SELECT count(*) FROM Referral r JOIN Share s ON s.id = r.shareId WHERE s.code = ?", shareId)).toBe(2);
	});

	test("nobody is kept out by a mangled link, code or cookie, and nobody is credited", async () => {
		for (const via of ["0123456789abcdef", "x", "../1", "\u0000", "x".repeat(10_000), 7, null, [], {}]) {
			expect((await signUp(newcomer({ via }))).status).toBe(201);
		}
		for (const cookie of [
			"passalong.referral=",
			"passalong.referral=%00",
			"passalong.referral=AbCd1234",
			`passalong.referral=${referrer.user.referralCode}.gift`,
			`passalong.referral=${referrer.user.referralCode}.direct_link.x`,
			`passalong.referral=${"x".repeat(5_000)}`,
			"passalong.referral=zzzzzzzz.direct_link",
		]) {
			expect((await signUp(newcomer(), { cookie })).status, cookie.slice(0, 80)).toBe(201);
		}
		expect((await referrals(referrer)).total).toBe(0);
	});

	test.each([
		["paused", "UPDATE Share SET isActive = FALSE WHERE code = ?"],
		["ended", "UPDATE Share SET endedAt = createdAt WHERE code = ?"],
		["expired", "UPDATE Share SET expiresAt = '2020-01-01T00:00:00.000+00:00' WHERE code = ?"],
		["not open yet", "UPDATE Share SET startsAt = '2090-01-01T00:00:00.000+00:00' WHERE code = ?"],
	])("a link that is %s brings nobody", async (_state, sql) => {
		const { shareId } = await sharePlaylist(url, { songs: 1, owner: referrer });
		await change(lane, sql, shareId);
		expect((await signUp(newcomer({ via: shareId }))).status).toBe(201);
		expect((await referrals(referrer)).total).toBe(0);
	});

	test("nobody brings themselves: not in their own browser, not by another spelling of their address", async () => {
		const code = referrer.user.referralCode;
		const { headers } = await byCookie(referrer);
		expect((await signUp(newcomer({ referralCode: code }), headers)).status).toBe(201);
		const cookie = `${headers.cookie}; ${await visit(`/?ref=${code}`)}`;
		expect((await signUp(newcomer(), { ...headers, cookie })).status).toBe(201);
		const [local, domain] = referrer.user.email.split("@");
		for (const email of [`${local}+again@${domain}`, `${local?.toUpperCase()}+x@${domain}`]) {
			expect((await signUp(newcomer({ email, referralCode: code }))).status).toBe(201);
		}
		const dotted = `g.${Date.now().toString(36)}.${count++}`;
		const gmail = await signUp(newcomer({ email: `${dotted}@gmail.com` }));
		const mine = await look<string>(lane, "SELECT referralCode FROM User WHERE id = ?", gmail.body.user.id);
		expect((await signUp(newcomer({ email: `${dotted.replaceAll(".", "")}+1@googlemail.com`, referralCode: mine }))).status).toBe(201);
		expect([(await referrals(referrer)).total, await credits(gmail.body.user.id)]).toEqual([0, 0]);

		const flatmate = await signUp(newcomer({ referralCode: code }));
		expect(await credits(flatmate.body.user.id), "the same address of the network proves nothing").toBe(25);
	});

	test("of twenty newcomers at once each counts; of one newcomer twenty times one does", async () => {
		const referralCode = referrer.user.referralCode;
		const many = await Promise.all(Array.from({ length: 20 }, () => signUp(newcomer({ referralCode }))));
		expect(many.every(({ status }) => status === 201)).toBe(true);
		expect(await credits(referrer.user.id)).toBe(200);
		const person = newcomer({ referralCode });
		const one = await Promise.all(Array.from({ length: 20 }, () => signUp(person)));
		expect(one.filter(({ status }) => status === 201)).toHaveLength(1);
		expect(await referrals(referrer)).toMatchObject({ total: 21, credits: 210 });
	}, 60_000);

	test("a sign-up from another site with the referrer's cookie is refused as any other change", async () => {
		const { headers } = await byCookie(referrer);
		expect((await signUp(newcomer(), { ...headers, origin: "https://evil.test" })).status).toBe(403);
	});
});

describe.each(ways)("under a public https address, on $name", (way) => {
	const server = ownServer(way, { ORIGIN: "https://music.example", RATE_LIMIT_SCALE: "100000" });

	test("the cookie is for https alone", async () => {
		const { headers } = await new Client(server().url).get("/?ref=AbCd1234");
		expect(headers["set-cookie"]?.[0]).toMatch(/; Secure$/);
	});
});
