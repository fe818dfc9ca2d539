// Many sockets in one process, for bench/live.mjs: they connect, look at a list, and tell when each of them heard of an edit.
import { io } from "socket.io-client";

const { url, count, watch } = JSON.parse(process.argv[2]);
/** Handshakes under way at once: a crowd, and no flood. */
const atOnce = 50;

const sockets = [];
let expected = null;
let heard = [];

function hear(update) {
	if (expected === null || update.data.title !== expected) return;
	heard.push(Date.now());
	if (heard.length < count) return;
	tell();
}

function tell() {
	clearTimeout(late);
	expected = null;
	process.send(heard);
}

let late;
process.on("message", ({ expect }) => {
	expected = expect;
	heard = [];
	// What has not come after ten seconds does not come.
	late = setTimeout(tell, 10_000);
});

async function open() {
	while (sockets.length < count) {
		const socket = io(url, { transports: ["websocket"], forceNew: true, reconnection: false });
		sockets.push(socket);
		await new Promise((resolve, reject) => {
			socket.once("connect", resolve);
			socket.once("connect_error", reject);
		});
		if (watch === null) continue;
		const answer = await socket.timeout(30_000).emitWithAck("joinSharedList", watch);
		if (!answer.ok) throw new Error(answer.message);
		socket.on("listUpdated", hear);
	}
}

await Promise.all(Array.from({ length: atOnce }, open));
process.send("ready");
