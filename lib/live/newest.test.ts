import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket as TcpSocket } from "node:net";
import { Server } from "socket.io";
import { io as connect, type Socket } from "socket.io-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { sendNewest } from "./newest";
import type { Sockets } from "./sockets";

const cable = z.object({ ws: z.object({ _socket: z.custom<TcpSocket>((value) => typeof value === "object") }) });
/** Long enough that a few of them fill whatever the system keeps for somebody who does not read. */
const long = "x".repeat(1_000_000);

let http: ReturnType<typeof createServer>;
let io: Sockets;
const clients: Socket[] = [];

beforeEach(async () => {
	http = createServer();
	io = new Server(http);
	io.on("connection", (socket) => void socket.join("page"));
	http.listen(0);
	await once(http, "listening");
});
afterEach(async () => {
	for (const client of clients.splice(0)) client.disconnect();
	await io.close();
});

/** A client with what it heard: of each message how it ends. */
async function reader(): Promise<{ heard: number[]; tcp: TcpSocket; client: Socket }> {
	const client = connect(`http://localhost:${(http.address() as AddressInfo).port}`, { transports: ["websocket"], forceNew: true });
	clients.push(client);
	const heard: number[] = [];
	client.on("error", ({ message }: { message: string }) => heard.push(Number(message.slice(long.length))));
	await new Promise<void>((resolve) => client.once("connect", resolve));
	return { heard, client, tcp: cable.parse(client.io.engine.transport).ws._socket };
}

const say = (number: number) => sendNewest(io, "page", "error", { message: `${long}${number}` });

test("who reads slowly is sent the newest when the line is free, and little of what was old by then; the others get everything", async () => {
	const [slow, quick] = [await reader(), await reader()];
	slow.tcp.pause();
	for (let number = 1; number <= 60; number++) {
		say(number);
		await expect.poll(() => quick.heard.at(-1), { timeout: 20_000, interval: 1 }).toBe(number);
	}
	expect(quick.heard).toHaveLength(60);
	slow.tcp.resume();
	await expect.poll(() => slow.heard.at(-1), { timeout: 30_000 }).toBe(60);
	expect(slow.heard.length).toBeLessThan(30);
	expect(slow.heard).toEqual(slow.heard.toSorted((a, b) => a - b));
	say(61);
	await expect.poll(() => slow.heard.at(-1), { timeout: 20_000 }).toBe(61);
});

test("what waits for somebody who left the room meanwhile is not sent to them", async () => {
	const slow = await reader();
	slow.tcp.pause();
	for (let number = 1; number <= 40; number++) say(number);
	for (const socket of io.of("/").sockets.values()) socket.leave("page");
	slow.tcp.resume();
	const [serverSide] = io.of("/").sockets.values();
	serverSide?.emit("error", { message: `${long}99` });
	await expect.poll(() => slow.heard.at(-1), { timeout: 30_000 }).toBe(99);
	expect(slow.heard).not.toContain(40);
});
