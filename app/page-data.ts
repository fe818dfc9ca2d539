import type { Account } from "@/components/account/model";
import type { Playlist, Song } from "@/components/library/model";
import type { MyShare, SharedPage } from "@/components/share/model";

// Stand-in content until the pages read the real thing: PAGE_DATA=empty|normal|hostile|anonymous.
const mode = process.env.PAGE_DATA ?? "normal";

const long = "A very long title that somebody pasted from a video description, live at the old harbour, remastered, part two of seven";
const unbroken = "w".repeat(300);

const made = (id: number, title: string, artist: string, duration: number | null): Song => ({
	id: String(id),
	title,
	artist,
	duration,
	thumbnail: null,
	source: "upload",
	youtubeId: null,
	playCount: id * 3,
	createdAt: "2026-11-18T10:00:00.000Z",
});

const train = [
	made(1, "Platform nine", "Mira Holt", 221),
	made(2, "Window seat", "The Slow Carriage", 245),
	made(3, "Northbound", "Mira Holt", 178),
	made(4, "Rain on the viaduct", "Okapi Club", 312),
	made(5, "Quiet coach", "The Slow Carriage", 200),
	made(6, "Last stop", "Mira Holt", 284),
	made(7, "Night bus, empty", "Okapi Club", 233),
	made(8, "Keys in the door", "Mira Holt", 187),
];

const hostile = [
	made(11, '<script>alert("x")</script>', '"><img src=x onerror=alert(1)>', 61),
	made(12, unbroken, unbroken, 36_061),
	made(13, "أغنية طويلة عن القطار الأخير إلى البيت في ليلة ماطرة", "فرقة الرصيف", 200),
	made(14, "שיר לילה", "להקת הרכבת", null),
	made(15, long, "", 0),
	made(16, "👩‍👩‍👧‍👦🎹", "山田 太郎", 5),
	made(17, "{{7*7}} %s %d 100%", "\u202ereversed\u202c", 7),
];

const songs = mode === "empty" ? [] : mode === "hostile" ? hostile : train;

const list = (id: string, name: string, description: string, members: Song[]): Playlist => ({
	id,
	name,
	description,
	thumbnail: null,
	songs: members,
	isPublic: false,
	playCount: 188,
	createdAt: "2026-11-17T10:00:00.000Z",
});

const playlists =
	mode === "empty"
		? []
		: mode === "hostile"
			? [
					list("21", unbroken, unbroken, hostile),
					list("22", "<b>Bold</b> claims", "<script>alert(1)</script>", []),
					list("23", "قائمة القطار الأخير", "أغانٍ لطريق العودة", hostile),
					list("24", long, long, hostile),
				]
			: [
					list("21", "Late train home", "Eight songs for the last hour of the day, in the order they should be heard.", train),
					list("22", "Sunday kitchen", "", train.slice(2, 5)),
				];

export async function currentAccount(): Promise<Account | null> {
	if (mode === "anonymous") return null;
	return { id: "u1", email: "ada@example.com", username: "ada", name: mode === "hostile" ? unbroken : "Ada", image: null };
}

export async function library(): Promise<{ songs: Song[]; playlists: Playlist[] }> {
	return { songs, playlists };
}

export async function playlist(id: string): Promise<Playlist | null> {
	return playlists.find((each) => each.id === id) ?? null;
}

export async function song(id: string): Promise<Song | null> {
	return songs.find((each) => each.id === id) ?? null;
}

export async function myShares(): Promise<MyShare[]> {
	const states = ["live", "live", "scheduled", "expired", "paused"] as const;
	const items = [
		...playlists.map((each) => ({ ...each, title: each.name, type: "playlist" as const })),
		...songs.map((each) => ({ ...each, type: "song" as const, description: "" })),
	];
	return items.slice(0, 8).map((item, index) => ({
		id: `s${index}`,
		shareId: `9f2c41d07ab35e1${index}`,
		shareUrl: `http://localhost:3411/share/9f2c41d07ab35e1${index}`,
		type: item.type,
		itemId: item.id,
		title: item.title,
		description: item.description,
		thumbnail: null,
		viewCount: index === 0 ? 1612 : 207 >> index,
		playCount: index === 0 ? 488 : 96 >> index,
		state: states[index % states.length] ?? "live",
		lastAccessedAt: index === 3 ? null : new Date(Date.now() - 120_000 * 20 ** index).toISOString(),
		createdAt: "2026-11-18T10:00:00.000Z",
	}));
}

export async function sharedPage(code: string): Promise<SharedPage> {
	if (code === "expired") return { refusal: "expired" };
	if (code === "soon") return { refusal: "not_open_yet", opensAt: "2026-12-04T17:00:00.000Z" };
	const signedIn = mode !== "anonymous";
	const base = {
		refusal: null,
		shareId: code,
		ownerName: mode === "hostile" ? unbroken : "Ada",
		thumbnail: null,
		signedIn,
		owner: false,
		playLimit: signedIn ? null : 3,
	} as const;
	if (code === "playlist" || code === "long" || code === "rtl" || code === "none") {
		const from = playlists[{ playlist: 0, none: 1, rtl: 2, long: 3 }[code]] ?? playlists[0];
		if (!from) return { refusal: "not_found" };
		return { ...base, type: "playlist", title: from.name, description: from.description, tracks: from.songs };
	}
	const only = songs[{ song: 0, longsong: 4, rtlsong: 2, wide: 1 }[code] ?? -1];
	if (!only) return { refusal: "not_found" };
	return { ...base, type: "song", title: only.title, description: "", tracks: [only] };
}
