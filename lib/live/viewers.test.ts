import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memoryBus } from "@/lib/drivers/memory/bus";
import { subscribers } from "@/lib/drivers/memory/subscribers";
import { type Seat, viewers } from "./viewers";

beforeEach(() => vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const nothing = () => {};
const counts = (...seats: Seat[]) => seats.map((seat) => [seat.onLink(), seat.onItem()]);

test("instances know of each other's people, and who comes later asks", async () => {
	const bus = memoryBus();
	const [first, second] = [viewers(bus), viewers(bus)];
	const changed = vi.fn();
	const one = first.sit(7, 1, changed);
	one.here(2);
	const other = second.sit(7, 1, nothing);
	const page = second.sit(7, null, nothing);
	const elsewhere = second.sit(8, 1, nothing);
	expect(counts(one, other, page, elsewhere)).toEqual([
		[2, 2],
		[2, 2],
		[0, 2],
		[0, 0],
	]);
	changed.mockClear();
	other.here(3);
	first.sit(7, 2, nothing).here(1);
	expect(changed).toHaveBeenCalled();
	expect(counts(one, other, page)).toEqual([
		[5, 6],
		[5, 6],
		[0, 6],
	]);
	other.leave();
	expect(counts(one, page)).toEqual([
		[2, 3],
		[0, 3],
	]);
});

test("an instance that fell silent is forgotten, one that has people says so again and again", async () => {
	const all = subscribers();
	const quiet = { ...all, publish: async () => {} };
	const [here, there] = [viewers(memoryOf(all)), viewers(memoryOf(all))];
	const silent = viewers(quiet).sit(7, 1, nothing);
	const one = here.sit(7, 1, nothing);
	const other = there.sit(7, 1, nothing);
	one.here(1);
	other.here(4);
	expect(counts(one, silent)).toEqual([
		[5, 5],
		[5, 5],
	]);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(counts(one)).toEqual([[5, 5]]);
	all.tell("viewers:7", JSON.stringify({ from: "gone", counts: [[1, 10]], asks: false }));
	expect(counts(one)).toEqual([[15, 15]]);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(counts(one)).toEqual([[5, 5]]);
});

test("what is no message changes nothing", async () => {
	const all = subscribers();
	const seat = viewers(memoryOf(all)).sit(7, 1, nothing);
	all.tellUnsure();
	for (const text of ["", "unsure", "{}", '{"from":"x","counts":[[1,-3]],"asks":false}', "[1"]) all.tell("viewers:7", text);
	expect(counts(seat)).toEqual([[0, 0]]);
});

function memoryOf(all: ReturnType<typeof subscribers>) {
	return { ...all, publish: async (topic: string, message: string) => all.tell(topic, message) };
}
