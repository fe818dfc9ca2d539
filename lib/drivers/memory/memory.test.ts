import { describe, expect, test, vi } from "vitest";
import { busContract, nextUnsure } from "@/lib/drivers/contracts/bus.contract";
import { limiterContract } from "@/lib/drivers/contracts/limiter.contract";
import { deafBus, memoryBus } from "./bus";
import { memoryLimiter } from "./limiter";
import { subscribers } from "./subscribers";

limiterContract("the process", memoryLimiter);
busContract("the process", memoryBus);
busContract("the process beside others", deafBus);

describe("a bus that cannot hear the others", () => {
	test("says twice a second that anything may have changed, until it is closed", async () => {
		vi.useFakeTimers();
		try {
			const bus = deafBus();
			for (let time = 0; time < 2; time++) {
				const told = nextUnsure(bus);
				await vi.advanceTimersByTimeAsync(500);
				await told;
			}
			bus.close();
			expect(vi.getTimerCount()).toBe(0);
		} finally {
			vi.useRealTimers();
		}
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
