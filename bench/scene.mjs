// What the rows of the table are measured on, made through the API: one playlist behind the hot link, a thousand behind the others.
import { request } from "node:http";
import { Complaint } from "../scripts/steps/run.mjs";
import { post } from "./requests.mjs";
import { signUp } from "./server.mjs";
import { tone } from "./tone.mjs";

const links = 1_000;
/** A visit is granted three songs. */
const songsPerPlaylist = 3;
const atOnce = 16;
/** Seconds of a song of 5 MB. */
const longSong = 312;

/** Answers `{hot, codes, songs, stream}`: the hot link's code, the others', the songs in all of them, the granted path of a long song. */
export async function makeScene({ url, port }) {
	const api = await signUp(url);
	const upload = async (name, seconds) => {
		const form = new FormData();
		form.set("file", new File([tone(440, seconds)], `${name}.wav`));
		form.set("title", name);
		return (await api("POST", "/api/songs", form)).data.id;
	};
	const songs = [];
	for (let at = 1; at <= songsPerPlaylist; at++) songs.push(await upload(`Song ${at}`, at));
	const long = await upload("A long song", longSong);
	const share = async (name, members) => {
		const { data } = await api("POST", "/api/playlists", { name, songs: members });
		return (await api("POST", `/api/share/playlist/${data.id}`)).data.shareId;
	};
	const hot = await share("Night drive", songs);
	const codes = [];
	for (let at = 0; at < links; at += atOnce) {
		const group = Array.from({ length: Math.min(atOnce, links - at) }, (_, place) => share(`Playlist ${at + place}`, songs));
		codes.push(...(await Promise.all(group)));
	}
	const streamed = await share("For streams", [long]);
	const session = await ask(port, post(`/api/share/${streamed}/session`, 0, "{}"));
	const { sessionId } = JSON.parse(session.body).data;
	const play = await ask(port, post(`/api/share/${streamed}/play`, 0, JSON.stringify({ sessionId, songId: long })));
	return { hot, codes, songs, stream: JSON.parse(play.body).data.streamUrl };
}

/** Sends a request as the generator words it and answers all that came back, for a floor that answers the same. */
export function ask(port, text) {
	const [head = "", body] = text.split("\r\n\r\n");
	const [line = "", ...lines] = head.split("\r\n");
	const [method, path] = line.split(" ");
	const headers = Object.fromEntries(lines.map((header) => header.split(/: (.*)/s, 2)));
	return new Promise((resolve, reject) => {
		const call = request({ port, host: "127.0.0.1", method, path, headers, agent: false }, async (response) => {
			const answer = { status: response.statusCode, headers: response.rawHeaders, body: Buffer.concat(await response.toArray()) };
			if (answer.status < 300) resolve(answer);
			else reject(new Complaint(`${method} ${path} answered ${answer.status}: ${answer.body}`));
		});
		call.on("error", reject);
		call.end(body);
	});
}
