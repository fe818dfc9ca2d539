import { z } from "zod";
import { visibleText } from "./chatgpt-message";
import { fitting, type Line, type Read, sizeOf, timeOf } from "./transcript";

const node = z.object({ parent: z.string().nullish().catch(null), message: z.unknown().optional() });
const conversation = z.object({
	title: z.string().nullish().catch(""),
	create_time: z.number().nullish().catch(null),
	current_node: z.string().nullish().catch(null),
	default_model_slug: z.string().nullish().catch(null),
	mapping: z.record(z.string(), z.unknown()),
});
type Conversation = z.output<typeof conversation>;

/** Leaves that are asked for their time where none is the current one. */
const mostLeaves = 1_000;
/** Other branches of one conversation that are looked at, those without text too: a tree with many of them is as many chats. */
const mostBranches = 50;
/** Messages that are walked over for all of them together, beyond four times those there are. */
const leastSteps = 200_000;

type Steps = { left: number };
const nothing: ReadonlySet<string> = new Set();

/**
 * A conversation of ChatGPT's export: the branch that is shown there is the chat; with `branches` the others become further chats. `room` is how many
 * characters those may have together.
 */
export function readConversation(value: unknown, { branches, room, now }: { branches: boolean; room: number; now: string }): Read[] {
	const { data } = conversation.safeParse(value);
	const title = data?.title ?? "";
	if (!data) return [{ skipped: { title: titleOf(value), reason: "It is no conversation" } }];
	const tree = new Tree(data, now);
	const end = tree.has(data.current_node) ? data.current_node : tree.newestLeaf();
	const main = end === null ? null : tree.pathTo(end);
	if (!main) return [fittingOrSkipped(title, end === null ? "There is no text in it" : "Its messages run in a circle")];
	const read = [fitting({ title, ...tree.chatOf(main) })];
	return branches ? [...read, ...otherBranches(title, tree, main, room)] : read;
}

function otherBranches(title: string, tree: Tree, main: string[], room: number): Read[] {
	const shown = new Set(main);
	const steps = { left: Math.max(leastSteps, 4 * tree.size) };
	const tooMany = fittingOrSkipped(title, "It has more branches than can be brought in");
	const read: Read[] = [];
	let left = room;
	let looked = 0;
	for (const leaf of tree.leaves()) {
		if (shown.has(leaf)) continue;
		if (looked++ === mostBranches) return [...read, tooMany];
		const isNew = tree.pathTo(leaf, steps, shown)?.some((id) => tree.line(id));
		const path = isNew ? tree.pathTo(leaf, steps) : null;
		if (steps.left < 0) return [...read, tooMany];
		if (!path) continue;
		const branch = { title: `${title || "Untitled chat"} (branch ${read.length + 2})`, ...tree.chatOf(path) };
		left -= sizeOf(branch.messages);
		if (left < 0) return [...read, tooMany];
		for (const id of path) shown.add(id);
		read.push(fitting(branch));
	}
	return read;
}

function fittingOrSkipped(title: string, reason: string): Read {
	return { skipped: { title: title || "Untitled chat", reason } };
}

function titleOf(value: unknown): string {
	return z.object({ title: z.string() }).safeParse(value).data?.title ?? "";
}

/** The messages of a conversation, each with the one before it. */
class Tree {
	readonly #nodes: Map<string, z.output<typeof node>>;
	readonly #lines = new Map<string, (Line & { model: string }) | null>();

	constructor(
		readonly conversation: Conversation,
		readonly now: string,
	) {
		// A map, for an id may be any word, `constructor` too.
		this.#nodes = new Map(Object.entries(conversation.mapping).map(([id, value]) => [id, node.catch({ message: null }).parse(value)]));
	}

	get size(): number {
		return this.#nodes.size;
	}

	has(id: string | null | undefined): id is string {
		return typeof id === "string" && this.#nodes.has(id);
	}

	/**
	 * From the first message, or from behind the last one that is `known`, to this one; null when that never ends or is more than the steps that are left,
	 * which are less than none then. A parent that is missing is where it begins.
	 */
	pathTo(end: string, steps: Steps = { left: this.size }, known = nothing): string[] | null {
		const path = new Set<string>();
		for (let id: string | null | undefined = end; this.has(id) && !known.has(id); id = this.#nodes.get(id)?.parent) {
			if (path.has(id) || --steps.left < 0) return null;
			path.add(id);
		}
		return [...path].reverse();
	}

	/** Messages that nothing follows, in the file's order. */
	leaves(): string[] {
		const parents = new Set([...this.#nodes.values()].map(({ parent }) => parent));
		return [...this.#nodes.keys()].filter((id) => !parents.has(id));
	}

	/** Where a file does not say which branch is the current one. */
	newestLeaf(): string | null {
		const timeOfLeaf = (id: string) => this.line(id)?.created_at ?? "";
		const leaves = this.leaves().slice(-mostLeaves);
		// In a circle nothing is last.
		const any = [...this.#nodes.keys()].at(0) ?? null;
		return (
			leaves.reduce<string | null>((newest, id) => (newest === null || timeOfLeaf(id) >= timeOfLeaf(newest) ? id : newest), null) ?? any
		);
	}

	/** What a message shows; null when that is nothing. */
	line(id: string): (Line & { model: string }) | null {
		const known = this.#lines.get(id);
		if (known !== undefined) return known;
		const fallback = timeOf(this.conversation.create_time, this.now);
		const line = visibleText(this.#nodes.get(id)?.message, fallback);
		this.#lines.set(id, line);
		return line;
	}

	/** The messages of a path, and the model that answered last. */
	chatOf(path: string[]): { model: string; messages: Line[] } {
		const lines = path.map((id) => this.line(id)).filter((line) => line !== null);
		const model = lines.findLast((line) => line.model !== "")?.model ?? this.conversation.default_model_slug ?? "";
		return { model, messages: lines.map(({ model: _, ...line }) => line) };
	}
}
