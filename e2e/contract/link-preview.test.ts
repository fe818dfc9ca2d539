import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { Account, type ShareLink } from "../support/account";
import { Client } from "../support/client";
import { change, look, moment } from "../support/database";
import { multipart } from "../support/multipart";
import { picture, pixel } from "../support/pictures";
import { ownServer, ways } from "./own-server";
import { nativeError } from "./shapes";

const unfurlers = [
	"Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
	"WhatsApp/2.23.20.0",
	"facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
	"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
];
const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" };
const unescaped = (text: string) => text.replace(/&(?:lt|gt|quot|amp|#x27);/g, (entity) => entities[entity] ?? entity);

/** What stands in a page's head: its tags by name, each with its text. */
function headOf(html: string): Record<string, string> {
	const head = html.slice(0, html.indexOf("</head>"));
	const tags = [...head.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)];
	return Object.fromEntries(tags.map(([, name = "", content = ""]) => [name, unescaped(content)]));
}

describe.each(ways)("link previews on $name", (way) => {
	const server = ownServer(way, { RATE_LIMIT_SCALE: "100000" });
	const stranger = (userAgent = "WhatsApp/2.23.20.0") => new Client(server().url, { "user-agent": userAgent });
	const as = ({ token }: Account) => new Client(server().url, { authorization: `Bearer ${token}` });
	let owner: Account;
	beforeAll(async () => {
		owner = await Account.signUp(server().url);
	});

	/** A playlist of one song, and its link. */
	async function shared(name = "Late train home", description = "") {
		const song = await owner.upload({ title: "Platform nine", artist: "Mira Holt" });
		const playlist = await owner.playlist(name, [song]);
		if (description) await owner.send("PATCH", `/api/playlists/${playlist.id}`, { description });
		return { song, playlist, ...(await owner.share("playlist", playlist.id)) };
	}
	const pictureOf = (shareId: string) => `/api/files/share/${shareId}/preview`;
	const tagsOf = async (shareId: string, client = stranger()) =>
		headOf((await client.get<string>(`/share/${shareId}`, { accept: "text/html" })).body);
	async function restrict({ shareId }: ShareLink, policy: object): Promise<void> {
		const id = await look<number>(server(), "SELECT id FROM Share WHERE code = ?", shareId);
		const { status, body } = await as(owner).patch(`/api/shares/${id}`, policy);
		expect([status, body]).toMatchObject([200, {}]);
	}

	test("an open playlist is told of, with a picture, in the head of its page, whoever asks", async () => {
		const { shareId, shareUrl } = await shared("Late train home", "For the last\n\nforty minutes.");
		for (const userAgent of unfurlers) {
			const tags = await tagsOf(shareId, stranger(userAgent));
			expect(tags).toMatchObject({
				description: "For the last forty minutes.",
				robots: "noindex, nofollow",
				"og:type": "music.playlist",
				"og:site_name": "Passalong",
				"og:title": "Late train home",
				"og:description": "For the last forty minutes.",
				"og:url": shareUrl,
				"og:image:width": "1200",
				"og:image:height": "630",
				"og:image:alt": "Playlist · 1 song: Late train home",
				"twitter:card": "summary_large_image",
				"twitter:title": "Late train home",
				"twitter:image": tags["og:image"],
			});
			expect(tags["og:image"]).toMatch(new RegExp(`^${new URL(shareUrl).origin}${pictureOf(shareId)}\\?v=[0-9a-f]{8}$`));
		}
	});

	test("an open song is too", async () => {
		const song = await owner.upload({ title: "Platform nine", artist: "Mira Holt" });
		const { shareId } = await owner.share("song", song.id);
		expect(await tagsOf(shareId)).toMatchObject({
			"og:type": "music.song",
			"og:title": "Platform nine",
			"og:description": "Mira Holt - Platform nine",
			"og:image:alt": "Song: Platform nine",
		});
		expect((await stranger().get(pictureOf(shareId))).status).toBe(200);
	});

	test("the picture is 1200 by 630, private, tagged, and shows the cover; another cover makes another picture", async () => {
		const { shareId, song } = await shared();
		const before = (await tagsOf(shareId))["og:image"];
		const cover = multipart({ file: { bytes: await picture("png"), name: "cover.png" } });
		expect((await as(owner).ask("PUT", `/api/items/${song.id}/cover`, cover)).status).toBe(200);
		const address = (await tagsOf(shareId))["og:image"] ?? "";
		expect(address).not.toBe(before);

		const { pathname, search } = new URL(address);
		const { status, headers, bytes } = await stranger().get(pathname + search);
		expect([status, headers]).toMatchObject([
			200,
			{
				"content-type": "image/jpeg",
				"cache-control": "private, no-cache",
				"referrer-policy": "no-referrer",
				"x-content-type-options": "nosniff",
				"x-robots-tag": "noindex, nofollow",
			},
		]);
		expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
		const [red = 255, green = 0, blue = 255] = await pixel(bytes, 290, 315);
		expect([red < 60, green > 200, blue < 60]).toEqual([true, true, true]);

		const { etag = "" } = headers;
		const again = await stranger().get(pathname, { "if-none-match": etag });
		expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag]);
		const head = await stranger().ask("HEAD", pathname);
		expect([head.status, head.bytes.length, head.headers.etag]).toEqual([200, 0, etag]);
		expect((await stranger().get(pathname, { "if-none-match": '"another"' })).status).toBe(200);
		expect((await stranger().post(pathname)).status).toBe(405);
	});

	test.each([
		[`</title><script>alert("1")</script>`],
		[`"><meta property="og:title" content="x"> & 'y' &amp;`],
		["夜の電車で帰る"],
		["أغاني الليل"],
		["W".repeat(100)],
	])("a title is text and nothing else: %s", async (title) => {
		const { shareId } = await shared(title);
		const { body } = await stranger().get<string>(`/share/${shareId}`);
		expect(body).not.toContain("<script>alert");
		expect(body.match(/"og:title"/g)).toHaveLength(1);
		expect(headOf(body)).toMatchObject({ "og:title": title, "twitter:title": title });
		expect(await sharp((await stranger().get(pictureOf(shareId))).bytes).metadata()).toMatchObject({ width: 1200, height: 630 });
	});

	test("what would turn the text around it stays out of the tags", async () => {
		const { shareId } = await shared("safe\u202Egpj.exe\u202C \u2066x");
		expect((await tagsOf(shareId))["og:title"]).toBe("safegpj.exe x");
	});

	const closed: [what: string, close: (link: ShareLink) => Promise<void>, status: number, code: string][] = [
		["turned off", (link) => restrict(link, { isActive: false }), 404, "share_not_found"],
		["not open yet", (link) => restrict(link, { policy: { startsAt: new Date(Date.now() + 3_600_000) } }), 403, "share_not_open_yet"],
		[
			"expired",
			({ shareId }) => change(server(), "UPDATE Share SET expiresAt = ? WHERE code = ?", moment(-60), shareId),
			410,
			"share_expired",
		],
		["locked", (link) => restrict(link, { policy: { password: "open sesame" } }), 401, "share_locked"],
		["for some", (link) => restrict(link, { policy: { allowEmails: ["ada@example.test"] } }), 401, "share_sign_in_required"],
		["opened ten times at most", (link) => restrict(link, { policy: { maxViews: 10 } }), 403, "share_requires_open"],
	];
	test.each(closed)(
		"a link that is %s has no picture for anybody, and its page tells nothing of it",
		async (_what, close, status, code) => {
			const { shareId, shareUrl } = await shared("The secret mix", "Hidden words");
			const { etag = "" } = (await stranger().get(pictureOf(shareId))).headers;
			await close({ shareId, shareUrl });
			for (const client of [stranger(), as(owner)]) {
				const answer = await client.get(pictureOf(shareId), { "if-none-match": etag });
				expect([answer.status, answer.body]).toMatchObject([status, { error: { code } }]);
				const tags = await tagsOf(shareId, client);
				expect(tags).toMatchObject({ "og:site_name": "Passalong", "og:title": "Passalong", robots: "noindex, nofollow" });
				expect(JSON.stringify(tags)).not.toMatch(/secret mix|Hidden|Mira|og:image|og:url|twitter:image|description/);
			}
			expect((await stranger().get<string>(`/share/${shareId}`)).body).not.toMatch(/secret mix|Hidden words|Platform nine/);
		},
	);

	test("search engines find a link whose owner wants that, for as long as it is open to anyone", async () => {
		const link = await shared();
		const told = async () => {
			const { headers, body } = await stranger().get<string>(`/share/${link.shareId}`);
			return [headers["x-robots-tag"], headOf(body).robots];
		};
		expect(await told()).toEqual(["noindex, nofollow", "noindex, nofollow"]);
		await restrict(link, { policy: { allowIndexing: true } });
		expect(await told()).toEqual([undefined, "index, follow"]);
		await restrict(link, { policy: { password: "open sesame" } });
		expect(await told()).toEqual(["noindex, nofollow", "noindex, nofollow"]);
	});

	test("a cookie that lets a visitor in makes no picture either", async () => {
		const link = await shared("The secret mix");
		await restrict(link, { policy: { password: "open sesame" } });
		const { status, headers } = await stranger().post(`/api/unlock/${link.shareId}`, { password: "open sesame" });
		expect(status).toBe(204);
		const cookie = (headers["set-cookie"] ?? []).map((set) => set.split(";")[0]).join("; ");
		expect((await stranger().get(`/api/share/${link.shareId}`, { cookie })).status).toBe(200);
		expect((await stranger().get(pictureOf(link.shareId), { cookie })).status).toBe(401);
		const { body } = await stranger().get<string>(`/share/${link.shareId}`, { cookie });
		expect(headOf(body)).toMatchObject({ "og:title": "Passalong" });
		expect(headOf(body)).not.toHaveProperty("og:image");
	});

	test.each(["0123456789abcdef", "no-code", "%00"])("there is no picture of a link that is none: %s", async (code) => {
		const { status, body } = await stranger().get(pictureOf(code));
		expect([status, body]).toEqual([404, nativeError("share_not_found", "Share link not found")]);
	});

	test("unfurling counts nothing: no view, no play, no opening, nothing in what happened", async () => {
		const link = await shared();
		const id = await look<number>(server(), "SELECT id FROM Share WHERE code = ?", link.shareId);
		const unfurl = async () => {
			for (const userAgent of unfurlers) {
				const client = stranger(userAgent);
				expect((await client.get(`/share/${link.shareId}`)).headers).not.toHaveProperty("set-cookie");
				expect((await client.get(pictureOf(link.shareId))).headers).not.toHaveProperty("set-cookie");
			}
		};
		const share = async () => (await as(owner).get<{ share: object }>(`/api/shares/${id}`)).body.share;
		const before = await share();
		await unfurl();
		expect(await share()).toEqual(before);
		await restrict(link, { policy: { maxViews: 2 } });
		await unfurl();
		expect(await share()).toMatchObject({ openings: 0, viewCount: 0, playCount: 0, lastAccessedAt: null });
	});

	test("a crowd is shown one picture at once, whatever else is drawn", async () => {
		const links = await Promise.all(["One", "Two", "Three"].map((name) => shared(name)));
		const asked = await Promise.all(
			Array.from({ length: 60 }, (_, index) => stranger().get(pictureOf(links[index % links.length]?.shareId ?? ""))),
		);
		expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
		expect(new Set(asked.map(({ headers }) => headers.etag)).size).toBe(3);
		expect(server().output()).not.toMatch(/failed:|Unhandled|Uncaught|⨯/);
	});
});
