/** An answer has about 20 kB; more than this nobody reads. */
const mostBytes = 1_000_000;

/** It answered, but nothing that can be used; `code` says what was wrong and nothing of what it said. */
export class BadAnswer extends Error {
	constructor(readonly code: string) {
		super(code);
	}
}

/** The JSON of an answer. Throws `BadAnswer` for any other status than 200 and for what is longer than a megabyte, without reading it to its end. */
export async function readJson(response: Response): Promise<unknown> {
	if (response.status !== 200) {
		await response.body?.cancel();
		throw new BadAnswer(`status ${response.status}`);
	}
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.byteLength;
		// Leaving the loop closes the connection.
		if (size > mostBytes) throw new BadAnswer("too long");
		chunks.push(chunk);
	}
	return JSON.parse(Buffer.concat(chunks).toString());
}
