// What is asked, byte by byte: each row's `requests[row](scene)` answers a function from a running number to the text of a request.

/** What a phone's browser sends along with a page's own requests, its address by a proxy in front. */
const browser = [
	"Host: localhost",
	"Connection: keep-alive",
	'sec-ch-ua-platform: "Android"',
	"User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
	'sec-ch-ua: "Chromium";v="142", "Not_A Brand";v="99"',
	"sec-ch-ua-mobile: ?1",
	"Accept: */*",
	"Sec-Fetch-Site: same-origin",
	"Sec-Fetch-Mode: cors",
	"Sec-Fetch-Dest: empty",
	"Accept-Encoding: gzip, deflate, br, zstd",
	"Accept-Language: en-GB,en;q=0.9,de;q=0.8",
].join("\r\n");

/** Everybody is somebody else: 16 million addresses. */
const address = (at) => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
const head = (verb, path, at) => `${verb} ${path} HTTP/1.1\r\n${browser}\r\nX-Forwarded-For: ${address(at)}\r\n`;
const get = (path, at, more = "") => `${head("GET", path, at)}${more}\r\n`;
export const post = (path, at, body) =>
	body === undefined
		? `${head("POST", path, at)}Origin: http://localhost\r\nContent-Length: 0\r\n\r\n`
		: `${head("POST", path, at)}Origin: http://localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

const referrers = Array.from({ length: 10 }, (_, at) => JSON.stringify({ referrer: `https://www.example-${at}.org/` }));
const openFrom = (codes) => (at) => post(`/api/open/${codes[at % codes.length]}`, at, referrers[at % referrers.length]);
const sessionOn = (codes) => (at) => post(`/api/share/${codes[at % codes.length]}/session`, at, "{}");

/** Visits play in groups as large as a crowd of listeners: the first song of each, the second of each, the third. */
const crowd = 128;
function playOf({ visits, songs, firstVisit }) {
	return (at) => {
		const place = at - firstVisit;
		const turn = Math.floor(place / (songs.length * crowd)) * crowd;
		const { id, code } = visits[(turn + (place % crowd)) % visits.length];
		const song = songs[Math.floor((place % (songs.length * crowd)) / crowd)];
		return post(`/api/share/${code}/play`, at, `{"sessionId":"${id}","songId":"${song}"}`);
	};
}

export const requests = {
	"opens-hot": ({ hot }) => openFrom([hot]),
	"opens-bare":
		({ hot }) =>
		(at) =>
			post(`/api/open/${hot}`, at),
	"opens-spread": ({ codes }) => openFrom(codes),
	"sessions-hot": ({ hot }) => sessionOn([hot]),
	"sessions-spread": ({ codes }) => sessionOn(codes),
	"plays-hot": playOf,
	"plays-spread": playOf,
	"streams-range":
		({ stream }) =>
		(at) =>
			get(stream, at, "Range: bytes=0-65535\r\n"),
	"streams-whole":
		({ stream }) =>
		(at) =>
			get(stream, at),
	page:
		({ hot }) =>
		(at) =>
			get(`/share/${hot}`, at),
	live: () => (at) => get("/api/health/live", at),
};
