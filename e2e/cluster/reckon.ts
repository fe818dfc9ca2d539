import { expect } from "vitest";
import { type Place, rows } from "../support/database";
import { audit } from "./audit";
import type { Told } from "./load";
import type { Link } from "./scene";

/** Checks what a load was told against what the database has of its link: all that was answered, and nothing that was not asked for. */
export async function reckon(place: Place, { shareId }: Link, told: Told): Promise<void> {
	const counted = await audit(place, shareId);
	expect(counted.views).toBeGreaterThanOrEqual(told.opens.answered);
	expect(counted.views).toBeLessThanOrEqual(told.opens.sent);
	expect(counted.visits).toBeGreaterThanOrEqual(told.sessions.answered);
	expect(counted.visits).toBeLessThanOrEqual(told.sessions.sent);
	expect(counted.plays).toBeLessThanOrEqual(told.plays.sent);
	const kept = await rows<{ visitId: string; songId: number }>(
		place,
		"SELECT p.visitId, p.songId FROM Play p JOIN Visit v ON v.id = p.visitId JOIN Share s ON s.id = v.shareId WHERE s.code = ?",
		shareId,
	);
	const keptPlays = new Set(kept.map(({ visitId, songId }) => `${visitId} ${songId}`));
	const granted = [...told.granted].flatMap(([visit, songs]) => [...songs].map((song) => `${visit} ${song}`));
	expect(granted.filter((play) => !keptPlays.has(play))).toEqual([]);
	expect(granted.length).toBe(told.plays.answered);
}
