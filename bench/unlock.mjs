// Whether the time of an answer to POST /api/unlock tells what a code leads to: a wrong password, an unknown code, a link that is off.
import { signUp, startServer } from "./server.mjs";
import { tone } from "./tone.mjs";

const samples = 200;
const password = "a wrong one";

export async function measure() {
	// The clients' addresses are all different, as the budget of failures is by address.
	const server = await startServer({ TRUST_PROXY: "1" });
	try {
		return { title: "Unlocking takes the same time", versions: "argon2id", lines: table(await times(server.url)) };
	} finally {
		await server.stop();
	}
}

async function times(url) {
	const api = await signUp(url);
	const form = new FormData();
	form.set("file", new File([tone(440, 1)], "song.wav"));
	const { data } = await api("POST", "/api/songs", form);
	const link = async (policy) => (await api("POST", `/api/items/${data.id}/shares`, { policy })).share;
	// A link has a hundred failures an hour.
	const locked = [
		await link({ password: "the right one" }),
		await link({ password: "the right one" }),
		await link({ password: "the right one" }),
	];
	const off = [];
	for (let at = 0; at < 3; at++) {
		const share = await link({});
		await api("PATCH", `/api/shares/${share.id}`, { isActive: false });
		off.push(share);
	}
	const kinds = {
		"wrong password": (at) => locked[at % locked.length].code,
		"link that is off": (at) => off[at % off.length].code,
		"unknown code": (at) => at.toString(16).padStart(16, "0"),
	};
	const taken = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
	for (let at = -10; at < samples; at++)
		for (const [name, codeOf] of Object.entries(kinds)) {
			const address = `10.0.${(at + 10) >> 8}.${(at + 10) & 255}`;
			const begun = performance.now();
			const answer = await fetch(`${url}/api/unlock/${codeOf(at + 10)}`, {
				method: "POST",
				headers: { "content-type": "application/json", "x-forwarded-for": address },
				body: JSON.stringify({ password }),
			});
			await answer.text();
			if (answer.status !== 401 && answer.status !== 404) throw new Error(`${name}: ${answer.status}`);
			if (at >= 0) taken[name].push(performance.now() - begun);
		}
	return taken;
}

function table(taken) {
	const ms = (value) => `${value.toFixed(2)} ms`;
	const rows = Object.entries(taken).map(([name, all]) => {
		const sorted = all.toSorted((a, b) => a - b);
		const at = (part) => sorted[Math.floor(sorted.length * part)];
		return `| ${name} | ${ms(at(0.25))} | ${ms(at(0.5))} | ${ms(at(0.75))} |`;
	});
	return [
		`${samples} of each, taken in turns.`,
		"",
		"| what is asked | lower quartile | median | upper quartile |",
		"|---|--:|--:|--:|",
		...rows,
	];
}
