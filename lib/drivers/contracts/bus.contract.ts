import { beforeEach, describe, expect, test } from "vitest";
import type { Bus } from "@/lib/ports";

/** What every bus keeps. */
export function busContract(name: string, make: () => Bus): void {
	describe(`${name} as a bus`, () => {
		let bus: Bus;
		beforeEach(() => {
			bus = make();
		});

		test("carries a message to every subscriber of its topic and to no other", async () => {
			const heard: string[] = [];
			const two = new Promise<void>((resolve) => {
				for (const who of ["x", "y"]) bus.subscribe("a", (message) => heard.push(`${who}:${message}`) === 2 && resolve());
			});
			bus.subscribe("b", () => heard.push("wrong topic"));
			bus.publish("a", "hello");
			await two;
			expect(heard.sort()).toEqual(["x:hello", "y:hello"]);
		});

		test("is silent after the subscription ended", async () => {
			const heard: string[] = [];
			const end = bus.subscribe("a", (message) => heard.push(message));
			end();
			const later = new Promise<void>((resolve) => bus.subscribe("a", () => resolve()));
			bus.publish("a", "hello");
			await later;
			expect(heard).toEqual([]);
		});
	});
}
