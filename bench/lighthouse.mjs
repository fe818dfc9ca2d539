// Lighthouse against a shared playlist, as a visitor's phone would have it: its mobile settings and throttling, three runs, medians.
import { loadavg } from "node:os";
import { chromium as playwright } from "@playwright/test";
import lighthouse from "lighthouse";
import sharp from "sharp";
import { chromium } from "../scripts/steps/chromium.mjs";
import { freePort, signUp, startServer } from "./server.mjs";
import { tone } from "./tone.mjs";

const runs = 3;
const songs = 8;
const categories = { performance: "performance", accessibility: "accessibility", "best-practices": "best practices", seo: "SEO" };
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const audits = {
	"first-contentful-paint": ["first contentful paint", seconds],
	"largest-contentful-paint": ["largest contentful paint", seconds],
	"cumulative-layout-shift": ["cumulative layout shift", (shift) => shift.toFixed(3)],
	"total-blocking-time": ["total blocking time", (ms) => `${Math.round(ms)} ms`],
	"speed-index": ["speed index", seconds],
	"total-byte-weight": ["bytes over the network", (bytes) => `${Math.round(bytes / 1024)} KiB`],
};

export async function measure() {
	const server = await startServer();
	try {
		return await audit(await sharedPlaylist(server.url));
	} finally {
		await server.stop();
	}
}

async function audit(url) {
	const port = await freePort();
	const browser = await playwright.launch({
		executablePath: await chromium(),
		args: [
			`--remote-debugging-port=${port}`,
			...["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
			...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
		],
	});
	try {
		const reports = [];
		for (let run = 0; run < runs; run++) {
			const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: Object.keys(categories) });
			if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
			reports.push({ ...lhr, load: loadavg()[0] });
		}
		const versions = `Chromium ${browser.version()}, Lighthouse ${reports[0].lighthouseVersion}`;
		return { title: "Lighthouse on a shared playlist", versions, lines: table(reports) };
	} finally {
		await browser.close();
	}
}

/** A playlist of eight songs, each with a cover; answers its link. */
async function sharedPlaylist(url) {
	const api = await signUp(url);
	const ids = [];
	for (let place = 1; place <= songs; place++) {
		const form = new FormData();
		form.set("file", new File([tone(110 * place)], `Song ${place}.wav`));
		form.set("title", `Song ${place}`);
		form.set("artist", "Mira Holt");
		const { data } = await api("POST", "/api/songs", form);
		const cover = new FormData();
		cover.set("file", new File([await picture(place)], "cover.jpg", { type: "image/jpeg" }));
		await api("PUT", `/api/items/${data.id}/cover`, cover);
		ids.push(data.id);
	}
	const playlist = { name: "Night drive", description: "Eight songs for the way home.", songs: ids };
	const { data } = await api("POST", "/api/playlists", playlist);
	return (await api("POST", `/api/share/playlist/${data.id}`)).data.shareUrl;
}

/** A photograph's worth of detail: noise over a colour of its own. */
function picture(place) {
	const background = { r: (place * 47) % 256, g: (place * 91) % 256, b: (place * 139) % 256 };
	const noise = { type: "gaussian", mean: 128, sigma: 30 };
	return sharp({ create: { width: 1200, height: 1200, channels: 3, background, noise } })
		.blur(3)
		.jpeg()
		.toBuffer();
}

/** The median of each figure, every run beside it, and what Lighthouse found wanting. */
function table(reports) {
	const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
	const row = (name, values, show) => `| ${name} | ${show(median(values))} | ${values.map(show).join(", ")} |`;
	const scores = Object.entries(categories).map(([id, name]) =>
		row(
			name,
			reports.map((report) => Math.round(report.categories[id].score * 100)),
			String,
		),
	);
	const figures = Object.entries(audits).map(([id, [name, show]]) =>
		row(
			name,
			reports.map((report) => report.audits[id].numericValue),
			show,
		),
	);
	// A score says little without them: on a machine that others use as well, blocking time is theirs too.
	const machine = [
		row(
			"machine: Lighthouse's index of its speed",
			reports.map((report) => report.environment.benchmarkIndex),
			(index) => String(Math.round(index)),
		),
		row(
			"machine: load average",
			reports.map((report) => report.load),
			(load) => load.toFixed(1),
		),
	];
	return [`| | median | ${runs} runs |`, "|---|---|---|", ...scores, ...figures, ...machine, "", ...wanting(reports[0])];
}

function wanting({ categories: all, audits }) {
	const found = Object.entries(categories).flatMap(([id, name]) =>
		all[id].auditRefs
			.filter(({ weight, id }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
			.map(({ id }) => `- ${name}: ${audits[id].title}${audits[id].displayValue ? ` (${audits[id].displayValue})` : ""}`),
	);
	const noindex = "Links are unlisted on purpose (`noindex`), which costs points under SEO.";
	return found.length > 0 ? ["Found wanting:", "", ...found, "", noindex] : [noindex];
}
