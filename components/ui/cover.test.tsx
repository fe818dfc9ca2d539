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

test.each([
	"https://elsewhere.test/a.png",
	"//elsewhere.test/a.png",
	"/\\elsewhere.test",
	"javascript:alert(1)",
	"/api/songs/1",
	"/api/files/../me",
	"https://i.ytimg.com/vi/x/hq.jpg",
])("shows no picture from %s", (address) => {
	expect(draw("x", address)).not.toContain("<img");
});

test("shows a picture of ours, and the small one where it is asked for", () => {
	expect(draw("x", "/api/files/items/1/cover?v=0a1b2c3d")).toContain('src="/api/files/items/1/cover?v=0a1b2c3d"');
	const row = renderToStaticMarkup(<Cover title="x" thumbnail="/api/files/items/1/cover?v=0a1b2c3d" size="small" />);
	expect(row).toContain('src="/api/files/items/1/cover?v=0a1b2c3d&amp;size=small"');
});

test("shows a picture that was just chosen, whatever its size", () => {
	const address = "blob:http://localhost:3000/6a1f";
	expect(renderToStaticMarkup(<Cover title="x" thumbnail={address} size="small" />)).toContain(`src="${address}"`);
});

test("the cover that people see first is loaded first, and small ones wait until they are in sight", () => {
	const address = "/api/files/items/1/cover?v=0a1b2c3d";
	expect(renderToStaticMarkup(<Cover title="x" thumbnail={address} isFirst />)).toMatch(/fetchPriority="high"/i);
	expect(draw("x", address)).not.toMatch(/fetchPriority|loading/i);
	expect(renderToStaticMarkup(<Cover title="x" thumbnail={address} size="small" />)).toContain('loading="lazy"');
});
