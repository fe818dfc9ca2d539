import { surveyFlac } from "./flac";
import { surveyMp4 } from "./mp4";
import { surveyMpeg } from "./mpeg";
import { surveyOgg } from "./ogg";
import { surveyWav } from "./riff";
import type { Surveyor } from "./survey";

/** `type` is the one under which we send it; `plays` says which encodings every browser of today plays. */
export type Format = { type: string; plays: RegExp; survey: Surveyor };

const mp3: Format = { type: "audio/mpeg", plays: /Layer 3$/i, survey: surveyMpeg };
const wav: Format = { type: "audio/wav", plays: /^(?:PCM|A-law|μ-law)$/, survey: surveyWav };
const flac: Format = { type: "audio/flac", plays: /^FLAC$/, survey: surveyFlac };
const m4a: Format = { type: "audio/mp4", plays: /^MPEG-4\/AAC/, survey: surveyMp4 };
const ogg: Format = { type: "audio/ogg", plays: /^(?:Vorbis|Opus)/, survey: surveyOgg };

/** By what `file-type` finds in the content. An MP4 or Ogg file may hold a film: its tracks tell, not its type. */
export const formats: Record<string, Format> = {
	"audio/mpeg": mp3,
	"audio/wav": wav,
	"audio/flac": flac,
	"audio/x-m4a": m4a,
	"audio/mp4": m4a,
	"video/mp4": m4a,
	"video/x-m4v": m4a,
	"audio/ogg": ogg,
	"audio/ogg; codecs=opus": ogg,
	"video/ogg": ogg,
	"application/ogg": ogg,
};

/** The formats as people call them. */
export const formatNames = "MP3, M4A, OGG, Opus, FLAC or WAV";
