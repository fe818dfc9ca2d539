import { expect } from "vitest";
import { type Place, rows } from "../support/database";

/** What the database says of one link. */
export type Counts = { views: number; plays: number; visits: number };

/**
 * Checks that all that counts a link's visits and plays agrees, down to each visit, and that no visit is above the limit; answers the counts.
 * Only for links that were played anonymously and whose songs no other link counts.
 */
export async function audit(place: Place, code: string): Promise<Counts> {
	const [link] = await rows<{ id: number; itemId: number; viewCount: number; playCount: number; playLimit: number }>(
		place,
		"SELECT id, itemId, viewCount, playCount, playLimit FROM Share WHERE code = ?",
		code,
	);
	if (!link) throw new Error(`there is no link ${code}`);
	const visits = await rows<{ id: string; playCount: number; spent: number }>(
		place,
		`SELECT v.id, v.playCount, count(p.songId) AS spent FROM Visit v LEFT JOIN Play p ON p.visitId = v.id
		WHERE v.shareId = ? GROUP BY v.id, v.playCount`,
		link.id,
	);
	for (const visit of visits) {
		expect(visit.playCount, `visit ${visit.id}`).toBe(visit.spent);
		expect(visit.spent, `visit ${visit.id}`).toBeLessThanOrEqual(link.playLimit);
	}
	const songs = await rows<{ id: number; playCount: number; spent: number }>(
		place,
		`SELECT i.id, i.playCount, count(p.visitId) AS spent FROM ItemMember m JOIN Item i ON i.id = m.memberId LEFT JOIN Play p ON p.songId = i.id
		WHERE m.collectionId = ? GROUP BY i.id, i.playCount`,
		link.itemId,
	);
	for (const song of songs) expect(song.playCount, `song ${song.id}`).toBe(song.spent);
	const plays = visits.reduce((sum, visit) => sum + visit.spent, 0);
	const [playlist] = await rows<{ playCount: number }>(place, "SELECT playCount FROM Item WHERE id = ?", link.itemId);
	const [days] = await rows<{ views: number; plays: number }>(
		place,
		"SELECT coalesce(sum(views), 0) AS views, coalesce(sum(plays), 0) AS plays FROM DailyStat WHERE shareId = ?",
		link.id,
	);
	expect({ link: link.playCount, playlist: playlist?.playCount, days }).toEqual({
		link: plays,
		playlist: plays,
		days: { views: link.viewCount, plays },
	});
	return { views: link.viewCount, plays, visits: visits.length };
}
