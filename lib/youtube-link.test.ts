import { expect, test } from "vitest";
import { typedYoutubeId, youtubeIdOf } from "./youtube-link";

const id = "dQw4w9WgX-_";

test.each([
	id,
	`  ${id}\n`,
	`https://www.youtube.com/watch?v=${id}`,
	`http://youtube.com/watch?v=${id}&list=PL123&index=2&t=42s`,
	`https://www.youtube.com/watch?app=desktop&v=${id}#t=1`,
	`https://m.youtube.com/watch?v=${id}`,
	`https://music.youtube.com/watch?v=${id}&feature=share`,
	`https://youtu.be/${id}`,
	`https://youtu.be/${id}?si=abc&t=10`,
	`https://www.youtube.com/shorts/${id}?feature=share`,
	`https://www.youtube.com/live/${id}?si=abc`,
	`https://www.youtube.com/embed/${id}`,
	`https://www.youtube-nocookie.com/embed/${id}?rel=0`,
	`HTTPS://WWW.YOUTUBE.COM/watch?v=${id}`,
	`youtube.com/watch?v=${id}`,
	`www.youtube.com/watch?v=${id}`,
	`youtu.be/${id}`,
])("%s is that video", (typed) => {
	expect(typedYoutubeId(typed)).toBe(id);
});

test.each([
	"",
	"a song",
	"short",
	`${id}x`,
	`https://www.youtube.com/watch?v=${id}x`,
	"https://www.youtube.com/watch?list=PL123",
	"https://www.youtube.com/playlist?list=PL1234567890",
	"https://www.youtube.com/@mira/videos",
	`https://elsewhere.test/watch?v=${id}`,
	`https://youtube.com.elsewhere.test/watch?v=${id}`,
	`https://notyoutube.com/watch?v=${id}`,
	`https://elsewhere.test/?u=https://youtu.be/${id}`,
	`javascript:alert("https://youtu.be/${id}")`,
	`ftp://youtu.be/${id}`,
	`https://youtu.be/${id}<script>`,
	`https://www.youtube.com/watch?v=${"x".repeat(5_000)}`,
])("%s is none", (typed) => {
	expect(typedYoutubeId(typed)).toBeNull();
});

test("where addresses are expected, an id alone is none", () => {
	expect(youtubeIdOf(id)).toBeNull();
	expect(youtubeIdOf(`https://youtu.be/${id}`)).toBe(id);
});
