import { describe, expect, test } from "vitest";
import { keptPictures } from "./kept-pictures";

describe("keptPictures", () => {
	const drawing = () => {
		const drawn: string[] = [];
		let [now, most] = [0, 0];
		const draw = (name: string) => async () => {
			most = Math.max(most, ++now);
			drawn.push(name);
			await Promise.resolve();
			now--;
			return Buffer.from(name);
		};
		return { drawn, draw, atOnce: () => most };
	};

	test("draws one at a time, and each once for all who ask", async () => {
		const { drawn, draw, atOnce } = drawing();
		const keep = keptPictures({ most: 5, waiting: 9 });
		const asked = await Promise.all(["a", "b", "a", "c", "b"].map((name) => keep(name, draw(name))));
		expect(asked.map(String)).toEqual(["a", "b", "a", "c", "b"]);
		expect([drawn, atOnce()]).toEqual([["a", "b", "c"], 1]);
	});

	test("forgets what nobody asked for the longest", async () => {
		const { drawn, draw } = drawing();
		const keep = keptPictures({ most: 2, waiting: 9 });
		for (const name of ["a", "b", "a", "c", "a", "b"]) await keep(name, draw(name));
		expect(drawn).toEqual(["a", "b", "c", "b"]);
	});

	test("tries again what failed", async () => {
		const keep = keptPictures({ most: 2, waiting: 9 });
		await expect(keep("a", () => Promise.reject(new Error("no file")))).rejects.toThrow("no file");
		expect(String(await keep("a", async () => Buffer.from("there")))).toBe("there");
	});

	test("turns away what would wait for too many others", async () => {
		const { draw } = drawing();
		const keep = keptPictures({ most: 9, waiting: 2 });
		const asked = await Promise.allSettled(["a", "b", "c", "d", "c"].map((name) => keep(name, draw(name))));
		expect(asked.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected", "fulfilled"]);
		expect(String(await keep("d", draw("d")))).toBe("d");
	});
});
