import type { Server } from "node:http";

/** Answers under way may take this long to finish, in milliseconds. */
const longestAnswer = 5_000;
/** How long services are given to take our leave, in milliseconds. What one holds that says nothing any more ends with the process. */
const longestGoodbye = 2_000;

/** Takes no more requests, lets answers under way finish, and then closes what they needed. Never rejects: a server that was told to end, ends. */
export async function endServer(server: Server, close: () => Promise<void>): Promise<void> {
	const force = setTimeout(() => server.closeAllConnections(), longestAnswer);
	await new Promise<unknown>((closed) => {
		server.close(closed);
		server.closeIdleConnections();
	});
	clearTimeout(force);
	const leave = close().catch((error: unknown) => console.error(`Not everything was closed: ${lastLine(error)}`));
	let late: NodeJS.Timeout | undefined;
	await Promise.race([leave, new Promise((done) => (late = setTimeout(done, longestGoodbye)))]);
	clearTimeout(late);
}

/** Libraries put the query or the address first and what went wrong last. */
function lastLine(error: unknown): string | undefined {
	return error instanceof Error ? error.message.trim().split("\n").at(-1) : String(error);
}
