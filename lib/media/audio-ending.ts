const endings: Record<string, string> = {
	"audio/mpeg": ".mp3",
	"audio/mp4": ".m4a",
	"audio/x-m4a": ".m4a",
	"audio/aac": ".aac",
	"audio/ogg": ".ogg",
	"audio/opus": ".opus",
	"audio/flac": ".flac",
	"audio/x-flac": ".flac",
	"audio/wav": ".wav",
};

/** How the name of a file of this media type ends; empty where that is unknown. */
export function audioEnding(type: string | undefined): string {
	return endings[type?.split(";", 1)[0] ?? ""] ?? "";
}
