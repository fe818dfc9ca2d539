import { beforeEach, describe, expect, test } from "vitest";
import type { Bus } from "@/lib/ports";

/** What every bus keeps. */
export function busContract(name: string, make: () => Bus | Promise<Bus>): void {
	describe(`${name} as a bus`, () => {
		let bus: Bus;
		beforeEach(async () => {
			bus = await make();
		});

		test("has told everybody here, and nobody of another topic, before publish returns", () => {
			const heard: string[] = [];
			for (const who of ["x", "y"]) bus.subscribe("a", (message) => heard.push(`${who}:${message}`));
			bus.subscribe("b", (message) => message !== "unsure" && heard.push("wrong topic"));
			void bus.publish("a", "hello");
			expect(heard).toEqual(["x:hello", "y:hello"]);
		});

		test("tells who listens to everything the topic too, and first", async () => {
			const heard: string[] = [];
			bus.subscribe("a", (message) => message !== "unsure" && heard.push(`one topic: ${message}`));
			bus.subscribeAll((topic, message) => topic !== "*" && heard.push(`${topic}: ${message}`));
			await bus.publish("a", "hello");
			await bus.publish("b", "hi");
			expect(heard).toEqual(["a: hello", "one topic: hello", "b: hi"]);
		});

		test("is silent after the subscription ended, and only that one has", async () => {
			const heard: string[] = [];
			const hear = (message: string) => message !== "unsure" && heard.push(message);
			const ends = [
				bus.subscribe("a", hear),
				bus.subscribeAll((_topic, message) => hear(message)),
				bus.subscribe("b", hear),
				bus.subscribe("b", hear),
			];
			for (const end of ends.slice(0, 3)) end();
			await bus.publish("a", "hello");
			expect(heard).toEqual([]);
			await bus.publish("b", "still there");
			expect(heard).toEqual(["still there"]);
		});

		test("lets listeners leave and come while a message is told", async () => {
			const heard: string[] = [];
			const end = bus.subscribe("a", (message) => {
				if (message === "unsure") return;
				end();
				bus.subscribe("a", (later) => later !== "unsure" && heard.push(`later: ${later}`));
				heard.push(message);
			});
			await bus.publish("a", "one");
			expect(heard).toEqual(["one"]);
			await bus.publish("a", "two");
			expect(heard).toEqual(["one", "later: two"]);
		});

		test("tells the others when a listener fails, and the sender learns nothing of it", async () => {
			const heard: string[] = [];
			bus.subscribe("a", (message) => {
				if (message !== "unsure") throw new Error("a listener's own trouble, told to nobody but the log");
			});
			bus.subscribe("a", async (message) => {
				if (message !== "unsure") throw new Error("the same, a little later");
			});
			bus.subscribe("a", (message) => heard.push(message));
			await bus.publish("a", "hello");
			expect(heard).toContain("hello");
		});
	});
}

/** Resolves at the next word that anything may have changed; told on both ways. */
export async function nextUnsure(bus: Bus): Promise<void> {
	const ends: (() => void)[] = [];
	const topic = new Promise<void>((resolve) => {
		ends.push(bus.subscribe("any topic", (message) => message === "unsure" && resolve()));
	});
	const wildcard = new Promise<void>((resolve) => {
		ends.push(bus.subscribeAll((topic, message) => topic === "*" && message === "unsure" && resolve()));
	});
	await Promise.all([topic, wildcard]);
	for (const end of ends) end();
}
