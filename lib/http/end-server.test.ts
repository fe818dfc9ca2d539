import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { endServer } from "./end-server";

async function listening(answer: (response: ServerResponse) => Promise<void> = async () => {}) {
	const server = createServer(async (_, response) => {
		await answer(response);
		response.end("whole");
	});
	await once(server.listen(0, "127.0.0.1"), "listening");
	return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("what does not close is told of in one line, and the server has ended all the same", async () => {
	const said = vi.spyOn(console, "error").mockImplementation(() => {});
	const { server } = await listening();
	await endServer(server, () => Promise.reject(new Error("SELECT 1\n\nthe connection was reset")));
	expect(said.mock.calls).toEqual([["Not everything was closed: the connection was reset"]]);
	expect(server.listening).toBe(false);
	said.mockRestore();
});

test("what says nothing any more is not waited for", async () => {
	const { server } = await listening();
	await endServer(server, () => new Promise(() => {}));
	expect(server.listening).toBe(false);
});

test("what answers need is closed after them", async () => {
	let finish = () => {};
	let asked = () => {};
	const isAsked = new Promise<void>((done) => {
		asked = done;
	});
	const order: string[] = [];
	const { server, url } = await listening((response) => {
		response.once("finish", () => order.push("answered"));
		asked();
		return new Promise((done) => {
			finish = done;
		});
	});
	const answer = fetch(url);
	await isAsked;
	const ended = endServer(server, async () => {
		order.push("closed");
	});
	finish();
	expect(await (await answer).text()).toBe("whole");
	await ended;
	expect(order).toEqual(["answered", "closed"]);
});
