// The load generator: a process of its own that speaks HTTP/1.1 over plain sockets. A client library costs as much as the server that
// it measures, and none keeps a constant rate within a second; this one costs a few microseconds a request (see README.md).
import { connect } from "node:net";
import { requests } from "./requests.mjs";

/** The answer's end is known by its length or, where it has none, by its last chunk. */
const lastChunk = Buffer.from("\r\n0\r\n\r\n");
const headEnd = Buffer.from("\r\n\r\n");

/** One connection, one request at a time: `ask(text, done)` calls `done(status, bytes)` when the answer is there whole. */
function open(port, failed) {
	return new Promise((resolve, reject) => {
		const socket = connect({ port, host: "127.0.0.1", noDelay: true });
		let done = null;
		let status = 0;
		let bytes = 0;
		let size = 0;
		let tail = Buffer.alloc(0);
		socket.on("data", (chunk) => {
			bytes += chunk.length;
			if (size === 0) {
				tail = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
				const end = tail.indexOf(headEnd);
				if (end < 0) return;
				const head = tail.latin1Slice(0, end);
				status = Number(head.slice(9, 12));
				const length = status === 204 ? 0 : /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
				size = length === undefined ? -1 : end + headEnd.length + Number(length);
			} else if (size < 0) {
				tail = Buffer.concat([tail.subarray(-lastChunk.length), chunk]);
			}
			if (size < 0 ? !tail.subarray(-lastChunk.length).equals(lastChunk) : bytes < size) return;
			const tell = done;
			const received = bytes;
			done = null;
			bytes = size = 0;
			tail = tail.subarray(0, 0);
			tell(status, received);
		});
		socket.once("connect", () => {
			const ask = (text, whenDone) => {
				done = whenDone;
				socket.write(text, "latin1");
			};
			resolve({ ask, close: () => socket.removeAllListeners("close").destroy() });
		});
		socket.on("error", (error) => (done ? failed(error) : reject(error)));
		socket.on("close", () => failed(new Error("The server closed a connection")));
	});
}

/**
 * As many requests as `connections` take, each the next as soon as its last is answered, or with a `rate` that many a second, whatever
 * the answers do: what is due waits for a free connection, and its latency counts from when it was due. Ends after `seconds`, or after
 * `most` requests, when all that was asked is answered.
 */
async function load({ port, row, scene, connections, seconds, rate, first, most }) {
	const request = requests[row](scene);
	const statuses = {};
	const latencies = [];
	let asked = 0;
	let answered = 0;
	let bytes = 0;
	let fail = () => {};
	const broken = new Promise((_, reject) => {
		fail = reject;
	});
	const pool = await Promise.all(Array.from({ length: connections }, () => open(port, (error) => fail(error))));
	const cpu = process.cpuUsage();
	const start = performance.now();
	const end = start + seconds * 1000;

	const ended = new Promise((resolve) => {
		const free = [...pool];
		let over = false;
		const settle = () => over && answered === asked && resolve();
		const ask = (connection, due) => {
			connection.ask(request(first + asked++), (status, received) => {
				answered++;
				bytes += received;
				statuses[status] = (statuses[status] ?? 0) + 1;
				latencies.push(performance.now() - due);
				next(connection);
			});
		};
		const next = rate ? nextDue : nextAtOnce;
		function nextAtOnce(connection) {
			const now = performance.now();
			if (now >= end || asked >= most) {
				over = true;
				settle();
			} else ask(connection, now);
		}
		function nextDue(connection) {
			free.push(connection);
			drain();
		}
		const due = [];
		let planned = 0;
		function drain() {
			while (free.length > 0 && due.length > 0) ask(free.pop(), due.shift());
			settle();
		}
		// At every full millisecond, what fell due since the last.
		function tick() {
			const passed = Math.min(Math.floor(performance.now() - start), seconds * 1000);
			for (const until = Math.min(most, Math.floor((passed / 1000) * rate)); planned < until; planned++)
				due.push(start + Math.ceil((planned / rate) * 1000));
			if (passed >= seconds * 1000 || planned >= most) over = due.length === 0;
			drain();
			if (!over) setTimeout(tick, 1);
		}
		if (rate) tick();
		else for (const connection of pool) nextAtOnce(connection);
	});
	await Promise.race([ended, broken]);
	const passed = (performance.now() - start) / 1000;
	const { user, system } = process.cpuUsage(cpu);
	for (const connection of pool) connection.close();
	latencies.sort((a, b) => a - b);
	const at = (part) => latencies[Math.min(latencies.length - 1, Math.floor(part * latencies.length))] ?? 0;
	return { asked, answered, statuses, seconds: passed, bytes, p50: at(0.5), p99: at(0.99), cpu: (user + system) / 1e6 };
}

process.on("message", (job) => {
	load(job).then(
		(result) => process.send({ result }),
		(error) => process.send({ error: error.message }),
	);
});
process.on("disconnect", () => process.exit());
