import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspect } from "@/e2e/support/svg";
import { scene } from "../scene";
import { drawScene } from "./draw-scene";

const evil = fc.constantFrom(
	'"><script>alert(1)</script>',
	"javascript:alert(1)",
	"url(https://evil.example/x)",
	"red;background:url(//evil.example)",
	"]]></style><svg onload=alert(1)>",
	"&lt;b&gt; &amp; 'quoted' \"twice\"",
	"\u0000\u0007\ud800\ufffe\u202e",
	"__proto__",
	"#ffec99",
	"data:image/svg+xml;base64,PHN2Zy8+",
	"https://example.com/?a=1&b='2'",
);
const text = fc.oneof(evil, fc.string({ unit: "binary", maxLength: 30 }));
const number = fc.oneof(
	fc.constantFrom(0, -0, 1, 1e6, -1e6, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 5e-324, 0.1),
	fc.double({ min: -2000, max: 2000, noNaN: true }),
);
const any = fc.oneof(
	number,
	text,
	fc.boolean(),
	fc.constant(null),
	fc.array(number, { maxLength: 3 }),
	fc.dictionary(text, text, { maxKeys: 2 }),
);
/** Mostly what may stand there, so that most boards are drawn; at times anything. */
const mostly = (good: fc.Arbitrary<unknown>) => fc.oneof({ weight: 250, arbitrary: good }, { weight: 1, arbitrary: any });
const size = fc.oneof(fc.constantFrom(0, 1, 1e6), fc.double({ min: 0, max: 3000, noNaN: true }));
const types = [
	"rectangle",
	"ellipse",
	"diamond",
	"line",
	"arrow",
	"freedraw",
	"text",
	"image",
	"frame",
	"embeddable",
	"iframe",
	"magicframe",
	"hologram",
];
const drawable = fc.record(
	{
		id: mostly(fc.constantFrom("a", "b", "c", '"><script>')),
		type: mostly(fc.constantFrom(...types)),
		x: mostly(size),
		y: mostly(size),
		width: mostly(size),
		height: mostly(size),
		angle: mostly(fc.double({ min: -10, max: 10, noNaN: true })),
		strokeColor: mostly(text),
		backgroundColor: mostly(text),
		fillStyle: mostly(fc.constantFrom("solid", "hachure", "cross-hatch", "zigzag", "dots")),
		strokeStyle: mostly(fc.constantFrom("solid", "dashed", "dotted")),
		strokeWidth: mostly(fc.double({ min: 0, max: 100, noNaN: true })),
		roughness: mostly(fc.constantFrom(0, 1, 2, 10)),
		opacity: mostly(fc.constantFrom(0, 50, 100)),
		seed: mostly(fc.nat()),
		roundness: mostly(fc.constantFrom(null, { type: 2 }, { type: 3, value: 5 })),
		text: mostly(text),
		fontFamily: mostly(fc.nat(10)),
		fontSize: mostly(fc.double({ min: 0.1, max: 500, noNaN: true })),
		textAlign: mostly(text),
		containerId: mostly(fc.constantFrom("a", "b", null)),
		frameId: mostly(fc.constantFrom("a", "c", null)),
		link: mostly(text),
		name: mostly(text),
		fileId: mostly(fc.constantFrom("pic", "__proto__", "constructor", "none")),
		points: mostly(fc.array(fc.tuple(size, size), { maxLength: 6 })),
		startArrowhead: mostly(text),
		endArrowhead: mostly(fc.constantFrom("arrow", "dot", "diamond", "crowfoot_one_or_many", null)),
		elbowed: mostly(fc.boolean()),
		crop: mostly(
			fc.constantFrom(
				null,
				{ x: 1, y: 1, width: 5, height: 5, naturalWidth: 10, naturalHeight: 10 },
				{ x: 0, y: 0, width: 0, height: 0, naturalWidth: 0, naturalHeight: 0 },
			),
		),
	},
	{ requiredKeys: ["id", "type"] },
);

describe("whatever a scene holds", () => {
	test("it is refused with a reason, or drawn as XML of ours alone", async () => {
		let drawn = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(drawable, { minLength: 1, maxLength: 5 }), text, async (elements, title) => {
				const parsed = scene.safeParse({ elements, files: { pic: { id: "pic", mimeType: "image/png", dataURL: "board-pic" } } });
				if (!parsed.success) {
					for (const { path, message } of parsed.error.issues) expect(path.length > 0 && message.length > 3, message).toBe(true);
					return;
				}
				drawn++;
				const { svg } = await drawScene(parsed.data, {
					title,
					background: "url(javascript:alert(1))",
					backdrop: true,
					hrefOf: ({ dataURL }) => `/api/files/items/1/files/${dataURL}`,
					fontUrl: (file) => `/fonts/${file}`,
				});
				inspect(svg);
			}),
			{ numRuns: 400 },
		);
		expect(drawn).toBeGreaterThan(100);
	});
});
