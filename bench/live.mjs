// What is live: an edit of a list that a thousand phones look at, and what two thousand idle sockets cost. Beside a bare Socket.IO server that
// sends the very same bytes to the same phones in the same minute.
import { fork } from "node:child_process";
import { createServer } from "node:http";
import { Server } from "socket.io";
import { Complaint } from "../scripts/steps/run.mjs";
import { busyWithOthers, cpuSeconds, residentMegabytes } from "./machine.mjs";
import { signUp, startServer } from "./server.mjs";

const viewers = 1_000;
const edits = 40;
const idle = 2_000;
/** Between two edits, in ms: each has reached everybody before the next. */
const pause = 500;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function measure() {
	const others = await busyWithOthers(2_000);
	const server = await startServer();
	try {
		const { api, list, shareToken } = await sharedList(server);
		const ours = await fanOut(
			server.url,
			shareToken,
			async (at) => {
				await api("PUT", `/api/lists/${list.id}`, { title: `Groceries ${at}` });
			},
			server.pid,
		);
		const payload = await (await fetch(`${server.url}/api/shared/list/${shareToken}`)).json();
		const floor = await floorFanOut(payload);
		const memory = [await idleSockets(async () => null), await idleSockets(async (fresh) => (await sharedList(fresh)).shareToken)];
		return {
			title: "Live",
			versions: "Socket.IO 4.8 over WebSocket",
			lines: [
				`Others used ${Math.round(100 * (others ?? 0))} % of the processors before the run.`,
				"",
				`An edit of a list of 50 items (${JSON.stringify(payload).length} bytes) at which ${viewers} sockets look, ${edits} times, from the moment at which the owner sends it until each of them has read it; the sockets are in one process that parses everything:`,
				"",
				"| | p50 | p99 | worst | reached | server's CPU an edit |",
				"|---|--:|--:|--:|--:|--:|",
				fanRow("Passalong: PUT, commit, gates of a thousand visitors, projection, broadcast", ours),
				fanRow("the same bytes from a bare Socket.IO server (floor)", floor),
				"",
				`${idle} idle sockets:`,
				"",
				"| | memory each |",
				"|---|--:|",
				`| connected | ${memory[0].toFixed(1)} kB |`,
				`| connected, and looking at one list | ${memory[1].toFixed(1)} kB |`,
			],
		};
	} finally {
		await server.stop();
	}
}

function fanRow(name, { times, reached, cpu }) {
	const sorted = times.toSorted((a, b) => a - b);
	const at = (part) => `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(0)} ms`;
	return `| ${name} | ${at(0.5)} | ${at(0.99)} | ${sorted.at(-1).toFixed(0)} ms | ${reached} of ${viewers * edits} | ${cpu === null ? "" : `${((1000 * cpu) / edits).toFixed(0)} ms`} |`;
}

/** Phones, in a process of their own. Answers a function that asks them something and waits for the answer. */
async function phones(settings) {
	const child = fork(new URL("./phones.mjs", import.meta.url), [JSON.stringify(settings)], {
		stdio: ["ignore", "inherit", "inherit", "ipc"],
	});
	process.on("exit", () => child.kill("SIGKILL"));
	const ended = new Promise((_, reject) => child.once("exit", () => reject(new Complaint("The phones ended before they answered."))));
	ended.catch(() => {});
	const next = () => Promise.race([ended, new Promise((resolve) => child.once("message", resolve))]);
	await next();
	return {
		ask(what) {
			const answer = next();
			child.send(what);
			return answer;
		},
		end: () => child.kill("SIGKILL"),
	};
}

/** Each edit, and when every phone has it. `edit` makes the change that they are to hear of. */
async function fanOut(url, shareToken, edit, pid = null) {
	const all = await phones({ url, count: viewers, watch: shareToken });
	const before = pid === null ? null : cpuSeconds(pid);
	const times = [];
	let reached = 0;
	for (let at = 0; at < edits + 3; at++) {
		const hearing = all.ask({ expect: `Groceries ${at}` });
		const begun = Date.now();
		const [heard] = await Promise.all([hearing, edit(at)]);
		// The first ones warm up.
		if (at >= 3) {
			reached += heard.length;
			times.push(...heard.map((time) => time - begun));
		}
		await wait(pause);
	}
	all.end();
	return { times, reached, cpu: before === null ? null : cpuSeconds(pid) - before };
}

async function floorFanOut(payload) {
	const http = createServer();
	const io = new Server(http, { serveClient: false });
	io.on("connection", (socket) => socket.on("joinSharedList", (_code, ack) => ack?.({ ok: true })));
	await new Promise((resolve) => http.listen(0, resolve));
	const result = await fanOut(`http://localhost:${http.address().port}`, "any", async (at) => {
		io.emit("listUpdated", { type: "LIST_UPDATE", data: { ...payload, title: `Groceries ${at}` }, timestamp: new Date().toISOString() });
	});
	await io.close();
	return result;
}

/** Kilobytes of a fresh server's memory for each of so many sockets that say nothing. */
async function idleSockets(prepare) {
	const server = await startServer();
	try {
		const watch = await prepare(server);
		// What the first ones load is no cost of a socket.
		const warm = await phones({ url: server.url, count: 50, watch });
		await wait(2_000);
		const before = residentMegabytes(server.pid);
		const all = await phones({ url: server.url, count: idle, watch });
		await wait(10_000);
		const after = residentMegabytes(server.pid);
		all.end();
		warm.end();
		return ((after - before) * 1024) / idle;
	} finally {
		await server.stop();
	}
}

/** A list of somebody's with a link; answers its token. */
async function sharedList({ url }) {
	const api = await signUp(url);
	const list = await api("POST", "/api/lists", {
		title: "Groceries",
		items: Array.from({ length: 50 }, (_, at) => ({ id: `i${at}`, text: `Item number ${at}, as people write them` })),
	});
	const { shareToken } = await api("POST", `/api/lists/${list.id}/share`);
	return { api, list, shareToken };
}
