import crawlers from "crawler-user-agents";
import { z } from "zod";

const list = z.array(z.object({ pattern: z.string(), tags: z.array(z.string()).default([]) }));

/** Tools that a person holds in the hand: they fetch for somebody, and browsers in tests look for somebody. */
const tools = ["http-library", "browser-automation"];
/** How those call themselves that no list knows yet. (Cubot makes phones.) */
const selfDeclared = /(?<!cu)bot\b|crawler|spider|url-?preview|link-?preview/i;
/** Long enough for any browser; what is longer is cut before the list is asked. */
const longest = 512;

type Matcher = (userAgent: string) => boolean;

/** Asks a thousand patterns at once. Nearly all are plain words: looking for those takes 40 µs, one large expression 3 ms. */
function matcher(patterns: string[]): Matcher {
	const plain = patterns.map((pattern) => (/^(?:[\w\s/:&!;,@%~'"-]|\\[/.()+\- ])+$/.test(pattern) ? pattern.replace(/\\/g, "") : null));
	const words = plain.filter((word) => word !== null);
	const others = patterns.filter((_, at) => plain[at] === null).map((pattern) => new RegExp(pattern));
	return (userAgent) => words.some((word) => userAgent.includes(word)) || others.some((other) => other.test(userAgent));
}

function readList(): { isListed: Matcher; isTool: Matcher } {
	const entries = list.parse(crawlers);
	const patterns = (tool: boolean) =>
		entries.filter(({ tags }) => tags.some((tag) => tools.includes(tag)) === tool).map(({ pattern }) => pattern);
	return { isListed: matcher(patterns(false)), isTool: matcher(patterns(true)) };
}

/** Read on first use: the list has half a megabyte. */
let known: ReturnType<typeof readList> | undefined;
/** The newest answers by user agent: nearly everybody comes with one of a few. */
const recent = new Map<string, boolean>();
const mostRecent = 500;

/** Whether a program that looks at links for others sent this user agent: a crawler, an unfurler of a chat (docs/decisions/0016). */
export function isCrawler(userAgent: string): boolean {
	const text = userAgent.slice(0, longest);
	const answered = recent.get(text);
	if (answered !== undefined) return answered;
	known ??= readList();
	const answer = known.isListed(text) || (selfDeclared.test(text) && !known.isTool(text));
	if (recent.size >= mostRecent) recent.clear();
	recent.set(text, answer);
	return answer;
}
