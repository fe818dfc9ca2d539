/**
 * The answers of the document of family 003 as they stand in it, by its sections. Its values are examples: `asHeard` puts the ones
 * of a test in the places of those that differ from server to server.
 */
const playlistShare = {
	id: "507f1f77bcf86cd799439011",
	shareId: "a1b2c3d4e5f6g7h8",
	type: "playlist",
	owner: { id: "507f1f77bcf86cd799439012", username: "john_doe", profilePicture: "https://example.com/profile.jpg" },
	title: "My Awesome Playlist",
	description: "The best songs collection",
	thumbnail: "https://example.com/thumbnail.jpg",
};
const songShare = {
	id: "507f1f77bcf86cd799439014",
	shareId: "x9y8z7w6v5u4t3s2",
	type: "song",
	owner: { id: "507f1f77bcf86cd799439012", username: "john_doe" },
	title: "Blinding Lights",
	description: "The Weeknd - Blinding Lights",
	thumbnail: "https://i.ytimg.com/vi/4NRXx6U8ABQ/mqdefault.jpg",
};
const fresh = {
	viewCount: 0,
	playCount: 0,
	isActive: true,
	createdAt: "2025-01-14T10:00:00.000Z",
	updatedAt: "2025-01-14T10:00:00.000Z",
};
const song = {
	id: "507f1f77bcf86cd799439015",
	youtubeId: "4NRXx6U8ABQ",
	title: "Blinding Lights",
	artist: "The Weeknd",
	duration: 200,
	thumbnail: "https://i.ytimg.com/vi/4NRXx6U8ABQ/mqdefault.jpg",
};
const { owner: _playlistOwner, ...ownPlaylistShare } = playlistShare;
const { owner: _songOwner, ...ownSongShare } = songShare;

export const examples = {
	/** 1. Create Playlist Share */
	playlistShare: {
		success: true,
		data: {
			shareId: "a1b2c3d4e5f6g7h8",
			shareUrl: "http://localhost:3000/share/a1b2c3d4e5f6g7h8",
			share: { ...playlistShare, playlist: "507f1f77bcf86cd799439013", ...fresh },
		},
	},
	/** 2. Create Song Share */
	songShare: {
		success: true,
		data: {
			shareId: "x9y8z7w6v5u4t3s2",
			shareUrl: "http://localhost:3000/share/x9y8z7w6v5u4t3s2",
			share: { ...songShare, song: "507f1f77bcf86cd799439015", ...fresh },
		},
	},
	/** 3. Get Shared Content, of a playlist */
	playlistContent: {
		success: true,
		data: {
			share: { ...playlistShare, viewCount: 15, playCount: 42, createdAt: "2025-01-14T10:00:00.000Z" },
			type: "playlist",
			content: {
				id: "507f1f77bcf86cd799439013",
				name: "My Awesome Playlist",
				description: "The best songs collection",
				thumbnail: "https://example.com/thumbnail.jpg",
				songs: [song],
				isPublic: false,
				playCount: 120,
				createdAt: "2025-01-10T10:00:00.000Z",
			},
		},
	},
	/** 3. Get Shared Content, of a song */
	songContent: {
		success: true,
		data: {
			share: { ...songShare, viewCount: 8, playCount: 23 },
			type: "song",
			content: { ...song, playCount: 1523 },
		},
	},
	/** 4. Initialize Anonymous Session, a new one */
	newSession: {
		success: true,
		data: { sessionId: "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6", playCount: 0, canPlayMore: true, hasReachedLimit: false },
	},
	/** 4. … and an existing one */
	existingSession: {
		success: true,
		data: { sessionId: "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6", playCount: 2, canPlayMore: true, hasReachedLimit: false },
	},
	/** 5. Track Anonymous Song Play, allowed */
	playAllowed: { success: true, data: { playCount: 1, canPlayMore: true, hasReachedLimit: false, remainingPlays: 2 } },
	/** 5. … the one that reaches the limit */
	playAtLimit: { success: true, data: { playCount: 3, canPlayMore: false, hasReachedLimit: true, remainingPlays: 0 } },
	/** 5. … and the one after it */
	playRefused: {
		success: false,
		error: "Play limit reached. Please create an account to continue listening.",
		requiresAuth: true,
	},
	/** 6. Check Session Status */
	sessionStatus: {
		success: true,
		data: {
			sessionId: "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6",
			playCount: 2,
			canPlayMore: true,
			hasReachedLimit: false,
			remainingPlays: 1,
			songsPlayed: ["507f1f77bcf86cd799439015", "507f1f77bcf86cd799439016"],
		},
	},
	/** 7. Delete Share Link */
	deleted: { success: true, message: "Share link deactivated successfully" },
	/** 8. Get User's Shares. The document's order: the playlist's link is the newer one. */
	myShares: {
		success: true,
		data: [
			{
				...ownPlaylistShare,
				viewCount: 15,
				playCount: 42,
				playlist: { id: "507f1f77bcf86cd799439013", name: "My Awesome Playlist", thumbnail: "https://example.com/thumbnail.jpg" },
				createdAt: "2025-01-14T10:00:00.000Z",
				updatedAt: "2025-01-14T12:30:00.000Z",
			},
			{
				...ownSongShare,
				viewCount: 8,
				playCount: 23,
				song: {
					id: "507f1f77bcf86cd799439015",
					title: "Blinding Lights",
					artist: "The Weeknd",
					thumbnail: "https://i.ytimg.com/vi/4NRXx6U8ABQ/mqdefault.jpg",
				},
				createdAt: "2025-01-13T15:20:00.000Z",
				updatedAt: "2025-01-14T09:15:00.000Z",
			},
		],
	},
};

/** An example with the test's own values (ids, codes, addresses, dates) in the places of the document's. */
export function asHeard(example: unknown, own: ReadonlyMap<string, unknown>): unknown {
	if (typeof example === "string") return own.get(example) ?? (/^\d{4}-\d\d-\d\dT/.test(example) ? own.get("date") : example);
	if (Array.isArray(example)) return example.map((each) => asHeard(each, own));
	if (typeof example !== "object" || example === null) return example;
	return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, asHeard(value, own)]));
}
