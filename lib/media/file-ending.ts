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
	"image/jpeg": ".jpg",
	"image/png": ".png",
	"image/webp": ".webp",
	"image/gif": ".gif",
	"video/mp4": ".mp4",
	"video/webm": ".webm",
};

/** How the name of a file of this media type ends, with its dot; empty where that is unknown. */
export function fileEnding(type: string | undefined): string {
	return endings[type?.split(";", 1)[0] ?? ""] ?? "";
}
