// How long the largest things take to be usable, in a browser: a chat of 5,000 messages, a list of 5,000 items, a board of 2,000 elements, a slideshow of 500
// pictures. Beside an empty page of the same server in the same minute.
import { chromium as playwright } from "@playwright/test";
import sharp from "sharp";
import { chromium } from "../scripts/steps/chromium.mjs";
import { account, signUp, startServer } from "./server.mjs";

const runs = 5;

export async function measure() {
	const server = await startServer({ RATE_LIMIT_SCALE: "100000" });
	const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
	const browser = await playwright.launch({ executablePath: await chromium(), args: ["--disable-quic", ...sandbox] });
	try {
		const api = await signUp(server.url);
		const items = await makeAll(api);
		const rows = [];
		for (const { name, kind, id, link, shown, edited } of items) {
			rows.push(await row(browser, `${name}, a visitor's phone`, link, shown));
			rows.push(await row(browser, `${name}, its editor`, `${server.url}/dashboard/${kind}/${id}`, edited, true));
		}
		const floor = await row(browser, "the sign-in page (floor)", `${server.url}/signin`, (page) => page.getByLabel("Password").waitFor());
		return { title: "The largest things", versions: `Chromium ${browser.version()}`, lines: table([floor, ...rows], floor) };
	} finally {
		await browser.close();
		await server.stop();
	}
}

/** Milliseconds until what is `shown` is there and answers; the median of the runs. What the browser holds is dropped between them. */
async function row(browser, name, url, shown, isOwner = false) {
	const times = [];
	for (let at = 0; at < runs; at++) {
		const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
		if (isOwner) await signIn(context, url);
		const page = await context.newPage();
		const begun = performance.now();
		await page.goto(url, { waitUntil: "commit" });
		await shown(page);
		times.push(performance.now() - begun);
		await context.close();
	}
	times.sort((a, b) => a - b);
	return { name, median: times[Math.floor(runs / 2)], worst: times.at(-1) };
}

async function signIn(context, url) {
	const { origin } = new URL(url);
	const { csrfToken } = await (await context.request.get(`${origin}/api/auth/csrf`)).json();
	await context.request.post(`${origin}/api/auth/callback/credentials`, {
		form: { csrfToken, email: account.email, password: account.password, json: "true", callbackUrl: origin },
	});
}

const numbers = (count) => Array.from({ length: count }, (_, at) => at + 1);

async function makeAll(api) {
	const share = async (id) => (await api("POST", `/api/items/${id}/shares`, { primary: true })).share.url;
	const chat = await largeChat(api);
	const list = await api("POST", "/api/lists", {
		title: "Everything",
		items: numbers(5_000).map((n) => ({ text: `Thing number ${n}`, completed: n % 3 === 0 })),
	});
	const board = await api("POST", "/api/whiteboards", { title: "Large", canvas_data: { elements: numbers(2_000).map(element) } });
	const session = await largeSession(api);
	return [
		{
			name: "chat of 5,000 messages",
			kind: "chat",
			id: chat,
			link: await share(chat),
			shown: (page) => page.getByText("Message number 3:").waitFor(),
			edited: (page) =>
				page
					.getByText(/Message number (?:3|4999):/)
					.first()
					.waitFor(),
		},
		{
			name: "list of 5,000 items",
			kind: "list",
			id: list.id,
			link: await share(list.id),
			shown: (page) => page.getByText("Thing number 4", { exact: true }).waitFor(),
			edited: (page) => page.getByRole("checkbox").first().click(),
		},
		{
			name: "board of 2,000 elements",
			kind: "whiteboard",
			id: board.id,
			link: await share(board.id),
			shown: (page) => page.locator("main svg").first().waitFor(),
			edited: (page) => page.locator("canvas").first().waitFor(),
		},
		{
			name: "slideshow of 500 pictures",
			kind: "session",
			id: session,
			link: await share(session),
			shown: (page) => page.locator("main img").first().waitFor(),
			edited: (page) => page.locator("main img").first().waitFor(),
		},
	];
}

async function largeChat(api) {
	const { user } = await api("GET", "/api/me");
	const messages = numbers(5_000).map((n) => ({
		actor: n % 2 ? "user" : "assistant",
		message: `Message number ${n}: a sentence or two, some **bold words**, \`code\` and a list.\n\n- one\n- two\n\n${n % 20 ? "" : "```js\nconst answer = 42;\n```\n"}`,
	}));
	const form = new FormData();
	form.set(
		"file",
		new File([JSON.stringify({ messages: messages.map(({ actor, message }) => ({ role: actor, content: message })) })], "chat.json"),
	);
	const { chats } = await api("POST", `/api/users/${user.id}/chats/import`, form);
	return chats[0].id;
}

const shapes = ["rectangle", "ellipse", "diamond"];
const element = (n) => ({
	id: `e${n}`,
	type: shapes[n % shapes.length],
	x: (n % 50) * 60,
	y: Math.floor(n / 50) * 60,
	width: 48,
	height: 40,
	seed: n,
	version: 1,
	versionNonce: n,
	strokeColor: "#1e1e1e",
	backgroundColor: n % 4 ? "transparent" : "#a5d8ff",
	fillStyle: "solid",
	strokeWidth: 2,
	roughness: 1,
	opacity: 100,
});

async function largeSession(api) {
	const { session } = await api("POST", "/api/sessions", { title: "Large" });
	for (let from = 0; from < 500; from += 50) {
		const form = new FormData();
		for (const n of numbers(50)) {
			const background = { r: (from + n) % 256, g: (n * 5) % 256, b: 120 };
			const bytes = await sharp({ create: { width: 1600, height: 1067, channels: 3, background } })
				.jpeg()
				.toBuffer();
			form.append("files[]", new File([bytes], `${from + n}.jpg`, { type: "image/jpeg" }));
		}
		await api("POST", `/api/sessions/${session.id}/media`, form);
	}
	return session.id;
}

function table(rows, floor) {
	const ms = (value) => `${Math.round(value)} ms`;
	return [
		`Until it is there and answers, on an empty cache at 360 × 740, without a network in between. Median and worst of ${runs}.`,
		"",
		"| page | median | worst | of the floor |",
		"|---|--:|--:|--:|",
		...rows.map(({ name, median, worst }) => `| ${name} | ${ms(median)} | ${ms(worst)} | ${(median / floor.median).toFixed(1)} |`),
	];
}
