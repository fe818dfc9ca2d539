import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Markdown } from "./markdown";
import { isReadableAsMarkdown } from "./markdown-bounds";

const shown = (text: string, props: Partial<Parameters<typeof Markdown>[0]> = {}) =>
	renderToStaticMarkup(createElement(Markdown, { text, ...props }));
const inner = (text: string) => shown(text).replace(/^<div class="md">|<\/div>$/g, "");

describe("what Markdown becomes", () => {
	test("paragraphs, emphasis, code and line breaks", () => {
		expect(inner("One *two* **three** ~~four~~ `five`\n\nsix  \nseven")).toBe(
			"<p>One <em>two</em> <strong>three</strong> <del>four</del> <code>five</code></p>\n<p>six<br/>seven</p>",
		);
	});

	test("headings stand below the page's own, and leave no level out", () => {
		expect(inner("# A\n\n## B\n\n#### C\n\n# D")).toBe(
			'<h2 data-depth="1">A</h2>\n<h3 data-depth="2">B</h3>\n<h4 data-depth="4">C</h4>\n<h2 data-depth="1">D</h2>',
		);
		expect(shown("### A", { level: 3 })).toContain('<h3 data-depth="3">A</h3>');
		expect(shown("# A\n## B\n### C\n#### D\n##### E\n###### F", { level: 4 })).not.toMatch(/<h[123789]/);
	});

	test("links lead away, and tell nobody from where", () => {
		const rel = 'rel="noreferrer nofollow noopener" target="_blank"';
		expect(inner("[a](https://a.example/?b=c 'T') www.a.example <mailto:a@b.example>")).toBe(
			`<p><a href="https://a.example/?b=c" ${rel}>a</a> <a href="http://www.a.example" ${rel}>www.a.example</a> <a href="mailto:a@b.example" ${rel}>mailto:a@b.example</a></p>`,
		);
	});

	test("a picture is a link to it, for a page loads nothing from elsewhere", () => {
		const link = (text: string) =>
			`<a href="https://a.example/b.png" rel="noreferrer nofollow noopener" target="_blank" class="md-picture">${text}</a>`;
		expect(inner("![A cat](https://a.example/b.png)")).toBe(`<p>${link("A cat")}</p>`);
		expect(inner("![](https://a.example/b.png)")).toBe(`<p>${link("https://a.example/b.png")}</p>`);
		expect(inner("[![Badge](https://a.example/b.png)](https://c.example)")).not.toContain("b.png");
		expect(inner("![A](data:image/png;base64,AAAA) ![B](/api/me)")).toBe("<p>A B</p>");
	});

	test("tasks, tables and code", () => {
		expect(inner("- [x] a\n- [ ] b")).toContain('<span class="md-check" role="img" aria-label="Done" data-done=""></span> a');
		expect(inner("- [x] a\n- [ ] b")).toContain('<span class="md-check" role="img" aria-label="To do"></span> b');
		expect(inner("|a|b|\n|-|-:|\n|c<br>d|e|")).toMatch(
			/^<div class="md-table" tabindex="0" role="group" aria-label="Table"><table>.*<\/table><\/div>$/s,
		);
		expect(inner("|a|\n|-|\n|c<br>d|")).toContain("<td>c<br/>d</td>");
		expect(inner("```js\nconst a = 1;\n```")).toBe(
			'<pre tabindex="0"><code class="hljs language-js"><span class="hljs-keyword">const</span> a = <span class="hljs-number">1</span>;\n</code></pre>',
		);
		expect(inner("```no-such\na < b\n```")).toContain("a &lt; b");
		expect(inner(`\`\`\`js\n${"const a = 1;\n".repeat(2_000)}\`\`\``)).not.toContain("<span");
	});

	test("footnotes of two texts on one page keep apart", () => {
		const text = "a[^1]\n\n[^1]: b";
		const ids = (id: string) => [...shown(text, { id }).matchAll(/ (?:id|href|aria-describedby)="#?([^"]+)"/g)].map((match) => match[1]);
		expect(ids("m7")).toEqual(["m7-fn-1", "m7-fnref-1", "m7-footnote-label", "m7-footnote-label", "m7-fn-1", "m7-fnref-1"]);
	});

	test("typed line breaks are kept for a message", () => {
		expect(shown("a\nb", { breaks: true })).toBe('<div class="md md-breaks"><p>a\nb</p></div>');
	});
});

describe("hostile Markdown", () => {
	const hostile = [
		"[a](javascript:alert(1))",
		"[a](JaVaScRiPt:alert(1))",
		"[a](&#106;avascript:alert(1))",
		"[a](java\u0000script:alert(1))",
		"[a](\u0001javascript:alert(1))",
		"<javascript:alert(1)>",
		"[a](vbscript:x) [a](data:text/html,x) [a](file:///etc/passwd) [a](blob:https://a/b)",
		"[a]: javascript:alert(1)\n\n[a] ![a]",
		"![a](javascript:alert(1))",
		'![a](x "onerror=alert(1)")',
		'<script>alert(1)</script> <img src=x onerror=alert(1)> <svg onload="alert(1)">',
		'<iframe src="https://a.example"></iframe>\n\n<style>*{display:none}</style>\n\n<form action="/api/me"><input name=a></form>',
		"<a href='javascript:alert(1)'>a</a><div style=position:fixed onclick=alert(1) id=content>b</div>",
		"```js onload=alert(1)\n</code><script>alert(1)</script>\n```",
		'```"><script>alert(1)</script>\n```',
		"[^<script>]\n\n[^<script>]: b",
		"a <!-- b --> c\n\n<!-- d\n\ne -->",
		"<![CDATA[<script>alert(1)</script>]]> <?php x ?> <!DOCTYPE x>",
	];

	test.each(hostile)("%j becomes nothing but text and links", (text) => {
		const html = shown(text);
		const tags = [...html.matchAll(/<([a-z0-9]+)((?:\s[^<>]*)?)\/?>/g)];
		const known = ["div", "p", "a", "pre", "code", "span", "sup", "section", "h2", "ol", "li"];
		expect(tags.map((tag) => tag[1]).filter((name = "") => !known.includes(name))).toEqual([]);
		for (const [, , attributes = ""] of tags) expect(attributes).not.toMatch(/\son|style=|(?:href|src)="(?!https?:|mailto:|#md-fn)/i);
	});

	test("HTML is shown as it was typed", () => {
		expect(inner("use <b>this</b>")).toBe("<p>use &lt;b&gt;this&lt;/b&gt;</p>");
		expect(inner("<div>\n\n# a\n\n</div>")).toBe('<p>&lt;div&gt;</p>\n<h2 data-depth="1">a</h2>\n<p>&lt;/div&gt;</p>');
	});

	test("a path leads nowhere: the writer has no business in our pages", () => {
		expect(inner("[a](/api/auth/signout) [b](//evil.example) [c](../d) [e](#content) [f](?g)")).toBe("<p>a b c e f</p>");
	});

	const nested = (opening: string, times: number) => `${opening.repeat(times)}a`;
	test.each([
		["quotes in quotes", nested("> ", 5_000)],
		["lists in lists", nested("- ", 3_000)],
		["numbers in numbers", nested("1. ", 2_000)],
		["lists by indentation", Array.from({ length: 400 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
		["many lists in lists", `${nested("- ", 15)}\n`.repeat(3_000)],
		["brackets that never close", nested("[", 50_000)],
		["brackets that never open", nested("]", 50_000)],
		["links in links", nested("[a](", 10_000)],
		["stars and brackets", nested("*[", 20_000)],
		["emphasis in emphasis", `${"*a **b ".repeat(1_400)}${"c** d* ".repeat(1_400)}`],
		["a table of a thousand columns", `|${"a|".repeat(1_000)}\n|${"-|".repeat(1_000)}\n${"|\n".repeat(1_000)}`],
		["a thousand tables", "|\n-\n\n".repeat(5_000)],
		["backticks of every length", Array.from({ length: 440 }, (_, length) => `${"`".repeat(length)}a`).join(" ")],
		["footnotes", Array.from({ length: 5_000 }, (_, n) => `a[^${n}]\n\n[^${n}]: b\n\n`).join("")],
		["what only looks like a code block", `<div>\n\`\`\`\n\n${"]".repeat(50_000)}`],
		["a megabyte", "words and more words. ".repeat(50_000)],
	])("%s: shown as it was typed", (_, text) => {
		expect(isReadableAsMarkdown(text)).toBe(false);
		expect(shown(text)).toMatch(/^<div class="md-plain">/);
	});

	test("emphasis as deep as is still parsed needs no more stack than there is", () => {
		const deep = `${"**a ".repeat(1_200)}${" b**".repeat(1_200)}`;
		expect(isReadableAsMarkdown(deep)).toBe(true);
		expect(shown(deep)).toMatch(/^<div class="md-plain">/);
	});

	test.each([
		["prose", "A sentence with a [link](https://a.example), *stress* and `code`.\n\n".repeat(1_200)],
		["a long list", "- [ ] [a](https://a.example) and **b**\n".repeat(400)],
		["a long table", `|a|b|c|d|\n|-|-|-|-|\n${"|**1**|2|3|4|\n".repeat(300)}`],
		["code", `\`\`\`json\n${'{"a": [[1], [2]], "b*": "_c_"},\n'.repeat(2_000)}\`\`\``],
		["rules", "a\n\n* * * * * * * * * * * * * * * * * * * * * * *\n\n".repeat(200)],
	])("%s, long but honest, is still Markdown", (_, text) => {
		expect(shown(text)).toMatch(/^<div class="md">/);
	});

	test("whatever the text, nothing throws and no address escapes", () => {
		const word = fc.constantFrom(
			..."> |- |1. |* |**|_|~~|`|```|[|](|)|![|]: |<|>|<a |&lt;|javascript:|https://a.b|www.|@|[^|]|\\|\t|    |\n|\n\n|---|===|#|a|é|\u202e|😀|\u0000".split(
				"|",
			),
			"|",
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 60 }), (words) => {
				const html = shown(words.join(""));
				for (const [, href] of html.matchAll(/ href="([^"]*)"/g)) expect(href).toMatch(/^(?:https?:|mailto:|#md-fn)/);
				expect(html).not.toMatch(/<(?:script|img|input|svg|iframe|style)\b/);
			}),
			{ numRuns: 500 },
		);
	});
});
