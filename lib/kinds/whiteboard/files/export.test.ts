import { afterEach, describe, expect, test } from "vitest";
import { GET as exportShared } from "@/app/api/files/share/[code]/export/route";
import { documentExport } from "@/lib/http/document-routes";
import { exportAs } from "@/lib/kinds/formats";
import { holdPlatform, type Platform } from "@/lib/platform";
import { whiteboard } from "../kind";
import { scene } from "../scene";
import { drawScene } from "./draw-scene";

const at = { x: 0, y: 0, width: 50, height: 50 };
const rough = { ...at, id: "above", type: "rectangle", roughness: 2, backgroundColor: "#ffec99", fillStyle: "hachure" };
const picture = (id: string) => ({ ...at, id, type: "image", fileId: "pic" });

function draw(elements: unknown[], href: string) {
	const parsed = scene.parse({ elements, files: { pic: { id: "pic", mimeType: "image/png", dataURL: "board-pic" } } });
	return drawScene(parsed, { title: "A board", background: "#fff", backdrop: false, hrefOf: () => href, fontUrl: (file) => file });
}

describe("a large picture", () => {
	const href = `data:image/png;base64,${"A".repeat(17_000_000)}`;

	test("changes nothing about what lies above it", async () => {
		const [{ svg: large }, { svg: small }] = [await draw([picture("p"), rough], href), await draw([picture("p"), rough], "x")];
		expect(large.length - small.length).toBe(href.length - 1);
		expect(large.slice(-500)).toBe(small.slice(-500));
	});

	test("is not written again and again", async () => {
		const { svg } = await draw([...Array.from({ length: 40 }, (_, n) => picture(`p${n}`)), rough], href.slice(0, 6_000_000));
		expect(svg.match(/<image /g)).toHaveLength(3);
		expect(svg.match(/<rect /g)).toHaveLength(37);
		expect(svg.length).toBeLessThan(18_100_000);
	});
});

test.each(["svg", "excalidraw"])("boards go out as %s one after the other", async (format) => {
	const content = whiteboard.publish(
		whiteboard.content.parse({
			canvas_data: { elements: [picture("p")], files: { pic: { id: "pic", mimeType: "image/png", dataURL: "board-pic" } } },
		}),
	);
	let [now, most] = [0, 0];
	const file = async () => {
		most = Math.max(most, ++now);
		for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
		now--;
		return Buffer.from("picture");
	};
	const source = { title: "A board", description: "", content, songs: [], file };
	const all = await Promise.all(Array.from({ length: 4 }, () => exportAs("whiteboard", format, source)));
	expect(all.map(({ ending }) => ending)).toEqual(Array(4).fill(`.${format}`));
	expect(most).toBe(1);
});

describe("how often files go out is limited", () => {
	const slot = Symbol.for("passalong.platform");
	afterEach(() => {
		Reflect.deleteProperty(globalThis, slot);
	});

	test.each([
		["by a link", exportShared],
		["for their owner", documentExport(whiteboard).GET],
	])("%s", async (_, get) => {
		const asked: unknown[] = [];
		const hit = async (key: string, window: unknown) => {
			asked.push([key.split(":")[0], window]);
			return { allowed: false, limit: 60, remaining: 0, retryAfter: 9 };
		};
		holdPlatform({ env: { rateLimitScale: 1 }, limiter: { hit } } as unknown as Platform);
		const answer = await get(new Request("http://localhost/"), { params: Promise.resolve({}) });
		expect(answer.status).toBe(429);
		expect(asked).toEqual([["export", { max: 60, seconds: 60 }]]);
	});
});
