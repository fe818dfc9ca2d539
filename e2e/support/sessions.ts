import { samplePicture } from "@/lib/media/sample-pictures";
import type { Account } from "./account";
import { multipartFiles } from "./multipart";
import { fixture } from "./songs";

export type MadeSession = { id: number; path: string; shareUrl: string; shareCode: string };
type Wanted = {
	owner: Account;
	title?: string;
	captions?: readonly string[];
	/** A file of the fixtures. */
	video?: string;
	/** Settings of the session. */
	settings?: object;
};

/** A session of as many drawn pictures as there are captions, and behind them a video. */
export async function makeSession({ owner, title = "A week in the hills", captions = [], video, settings = {} }: Wanted) {
	const { session } = await (await owner.send("POST", "/api/sessions", { title, ...settings })).json();
	const path = `/api/sessions/${session.id}`;
	const files = await Promise.all(captions.map(async (_, index) => ({ bytes: await samplePicture(index), name: `${index}.jpg` })));
	if (video) files.push({ bytes: await fixture(video), name: video });
	if (files.length > 0) {
		const { headers, body } = multipartFiles(files, { texts: captions });
		const answer = await owner.fetch(`${path}/media`, { method: "POST", headers, body: new Uint8Array(body) });
		if (answer.status !== 201) throw new Error(`no pictures: ${answer.status} ${await answer.text()}`);
	}
	return { id: Number(session.id), path };
}

/** The same with its link. */
export async function shareSession(wanted: Wanted): Promise<MadeSession> {
	const made = await makeSession(wanted);
	return { ...made, ...(await (await wanted.owner.send("POST", `${made.path}/share`, {})).json()) };
}
