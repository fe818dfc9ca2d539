/** Seconds as "m:ss", or "h:mm:ss" from an hour on; "–:––" when unknown. */
export function clock(seconds: number | null): string {
	if (seconds === null || !Number.isFinite(seconds)) return "–:––";
	const whole = Math.max(0, Math.round(seconds));
	const two = (part: number) => String(part).padStart(2, "0");
	const hours = Math.floor(whole / 3600);
	const minutes = Math.floor(whole / 60) % 60;
	return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Seconds as one says them: "31 min", "2 h 5 min". */
export function roughly(seconds: number): string {
	const minutes = Math.max(1, Math.round(seconds / 60));
	if (minutes < 60) return `${minutes} min`;
	return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
