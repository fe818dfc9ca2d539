/** "2026-11-20" as "20 November"; days are counted in UTC, and so are they called. */
export function dayText(date: string, month: "long" | "short" = "long"): string {
	return new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month, timeZone: "UTC" });
}
