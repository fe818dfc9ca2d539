import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Cover } from "./cover";

const draw = (title: string, thumbnail: string | null = null) => renderToStaticMarkup(<Cover title={title} thumbnail={thumbnail} />);

test.each(["", "Late train home", "w".repeat(10_000), "أغنية", "\ud800", "<script>", "👩‍👩‍👧‍👦"])(
	"draws %j, the same each time",
	(title) => {
		expect(draw(title)).toBe(draw(title));
		expect(draw(title)).toContain("<circle");
		expect(draw(title)).not.toMatch(/NaN|undefined|<script/);
	},
);

test("two on a page do not share their gradient", () => {
	const page = renderToStaticMarkup(
		<>
			<Cover title="Northbound" />
			<Cover title="Northbound" />
		</>,
	);
	const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
	expect(new Set(ids).size).toBe(2);
});

test.each(["https://elsewhere.test/a.png", "//elsewhere.test/a.png", "/\\elsewhere.test", "javascript:alert(1)"])(
	"shows no picture from %s",
	(address) => {
		expect(draw("x", address)).not.toContain("<img");
	},
);

test("shows a picture of ours", () => {
	expect(draw("x", "/api/files/1")).toContain('src="/api/files/1"');
});
