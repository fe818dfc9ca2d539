import { describe, expect, test } from "vitest";
import { busContract, nextUnsure } from "@/lib/drivers/contracts/bus.contract";
import { limiterContract } from "@/lib/drivers/contracts/limiter.contract";
import { deafBus, memoryBus } from "./bus";
import { memoryLimiter } from "./limiter";
import { subscribers } from "./subscribers";

limiterContract("the process", memoryLimiter);
busContract("the process", memoryBus);
busContract("the process beside others", deafBus);

describe("a bus that cannot hear the others", () => {
	test("says again and again that anything may have changed, until it is closed", async () => {
		const bus = deafBus();
		const began = performance.now();
		await nextUnsure(bus);
		await nextUnsure(bus);
		expect(performance.now() - began).toBeLessThan(2_000);
		bus.close();
	});

	test("says so once to who listens to several topics", () => {
		const { subscribe, tellUnsure } = subscribers();
		const heard: string[] = [];
		const hear = (message: string) => heard.push(message);
		for (const topic of ["share:1", "item:1", "owner:1"]) subscribe(topic, hear);
		tellUnsure();
		expect(heard).toEqual(["unsure"]);
	});
});
