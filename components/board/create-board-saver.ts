import type { ExcalidrawElement } from "@excalidraw/excalidraw/element/types";
import type { BinaryFileData } from "@excalidraw/excalidraw/types";
import type { Answer, Failure } from "@/components/api";
import { type Clash, canBeSaved, changedSince, clashesOf, type Known, portions, statesOf } from "./board-changes";
import { type Board, type BoardWords, wordsOf } from "./model";

/** What is drawn on, as far as saving is concerned. */
export type Surface = {
	elements(): readonly ExcalidrawElement[];
	files(): Readonly<Record<string, BinaryFileData>>;
	/** Makes one scene of ours and theirs, of each element the newer. */
	merge(theirs: readonly ExcalidrawElement[]): void;
	/** Puts these in the place of those that are there, whatever is newer; ones with a new id are added. */
	put(elements: readonly ExcalidrawElement[]): void;
	addFiles(files: BinaryFileData[]): void;
	setBackground(colour: string): void;
};

/** What both changed, each to something else: elements, and words that are not drawn. */
export type BoardConflict = { clashes: Clash[]; words: (keyof BoardWords)[]; theirs: Board };

type Saved = { version: number };
type SaverPorts = {
	surface(): Surface | null;
	words(): BoardWords;
	/** Shows words that somebody else saved. */
	adopt(words: Partial<BoardWords>): void;
	patch(body: object, leaving: boolean): Promise<Answer<Saved>>;
	upload(file: BinaryFileData): Promise<Answer<Saved> | null>;
	/** A picture that the server will not take: said once. */
	refused(message: string): void;
};

/** Bytes of elements in one call; the server takes a megabyte. */
const mostAtOnce = 900_000;
const tries = 5;

/** Keeps a board saved: what changed since the last time is sent, made for the version that is known here, and merged with what others saved meanwhile. */
export function createBoardSaver(board: Board, { surface, words, adopt, patch, upload, refused }: SaverPorts) {
	let version = board.version;
	let known: Known = statesOf(board.canvas_data.elements);
	let knownWords = wordsOf(board);
	const stored = new Set(Object.keys(board.canvas_data.files));
	let conflict: BoardConflict | null = null;

	const changedWords = () => (Object.keys(knownWords) as (keyof BoardWords)[]).filter((word) => words()[word] !== knownWords[word]);

	/** Stores pictures that are on the board and not beside it yet. */
	async function uploadNew({ elements, files }: Surface): Promise<Failure | null> {
		const used = new Set(
			elements().flatMap((each) => (each.type === "image" && !each.isDeleted && each.fileId ? [each.fileId as string] : [])),
		);
		for (const [id, file] of Object.entries(files())) {
			if (!used.has(id) || stored.has(id)) continue;
			const answer = await upload(file);
			if (answer && !answer.ok && answer.status !== 400 && answer.status !== 413) return answer;
			stored.add(id);
			if (answer && !answer.ok) refused(answer.fields.file ?? answer.message);
			// Anything more than our own step is somebody else's, and is learnt with the next change.
			if (answer?.ok && answer.data.version === version + 1) version = answer.data.version;
		}
		return null;
	}

	/** Makes our changes anew on what was saved elsewhere. */
	function rebase(current: Board): void {
		const drawn = surface();
		const clashes = drawn ? clashesOf(known, drawn.elements(), current.canvas_data.elements) : [];
		const mine = new Set(changedWords());
		const theirs = (Object.keys(knownWords) as (keyof BoardWords)[]).filter((word) => current[word] !== knownWords[word]);
		adopt(Object.fromEntries(theirs.filter((word) => !mine.has(word)).map((word) => [word, current[word]])));
		const both = theirs.filter((word) => mine.has(word) && words()[word] !== current[word]);
		const files = Object.values(current.canvas_data.files).filter(({ id }) => !stored.has(id));
		for (const { id } of files) stored.add(id);
		drawn?.addFiles(files);
		drawn?.merge(current.canvas_data.elements);
		version = current.version;
		known = statesOf(current.canvas_data.elements);
		knownWords = wordsOf(current);
		if (clashes.length > 0 || both.length > 0) conflict = { clashes, words: both, theirs: current };
	}

	/** Sends the words and one portion of elements; true when it is saved, false when the version was past. */
	async function send(elements: readonly ExcalidrawElement[], changed: (keyof BoardWords)[], leaving: boolean): Promise<boolean | Failure> {
		const sent = words();
		const { background_color: viewBackgroundColor, ...named } = Object.fromEntries(changed.map((word) => [word, sent[word]]));
		const answer = await patch(
			{
				version,
				...named,
				// As Excalidraw has it: what is no colour to us is left out there instead of refused.
				canvas_data: { elements, ...(viewBackgroundColor ? { appState: { viewBackgroundColor } } : {}) },
			},
			leaving,
		);
		if (answer.ok) {
			version = answer.data.version;
			known = new Map([...known, ...statesOf(elements)]);
			for (const word of changed) knownWords = { ...knownWords, [word]: sent[word] };
			return true;
		}
		const current = answer.about.current as Board | undefined;
		if (answer.status !== 409 || !current) return answer;
		rebase(current);
		return false;
	}

	/** What is there to be saved now. */
	function waiting(): { elements: ExcalidrawElement[]; words: (keyof BoardWords)[] } {
		return { elements: changedSince(known, surface()?.elements() ?? []).filter(canBeSaved), words: changedWords() };
	}

	return {
		get conflict() {
			return conflict;
		},
		isClean: () => waiting().elements.length === 0 && waiting().words.length === 0,

		/** Saves all that changed. Null: it is saved. */
		async save(leaving = false): Promise<Failure | "conflict" | null> {
			let failure: Failure | null = null;
			for (let attempt = 0; attempt < tries; attempt++) {
				if (conflict) return "conflict";
				const drawn = surface();
				const lost = drawn && !leaving ? await uploadNew(drawn) : null;
				if (lost) return lost;
				const { elements, words: changed } = waiting();
				const parts = portions(elements, mostAtOnce);
				if (parts.length === 0 && changed.length > 0) parts.push([]);
				let isPast = false;
				for (const [at, part] of parts.entries()) {
					const sent = await send(part, at === 0 ? changed : [], leaving);
					if (sent === true) continue;
					if (sent !== false) return sent;
					isPast = true;
					break;
				}
				if (!isPast) return null;
				failure = { ok: false, status: 409, code: "", message: "Others are changing it too.", fields: {}, requiresAuth: false, about: {} };
			}
			return conflict ? "conflict" : failure;
		},

		/** Ends a conflict: with ours, theirs, or with both, ours or theirs as a copy beside the other. */
		settle(choice: "mine" | "theirs" | "both", copyOf: (element: ExcalidrawElement) => ExcalidrawElement): void {
			if (!conflict) return;
			const { clashes, words: both, theirs } = conflict;
			conflict = null;
			if (choice === "theirs") adopt(Object.fromEntries(both.map((word) => [word, theirs[word]])));
			const drawn = surface();
			const shown = statesOf(drawn?.elements() ?? []);
			drawn?.put(
				clashes.flatMap(({ mine, theirs: other }) => {
					if (choice === "mine") return [newerThan(other, mine)];
					if (choice === "theirs") return [newerThan(mine, other)];
					// Of one that only one side erased there is nothing to be copied: it stays as the other side has it.
					if (mine.isDeleted || other.isDeleted) return mine.isDeleted ? [newerThan(mine, other)] : [newerThan(other, mine)];
					const isMineShown = shown.get(mine.id) === statesOf([mine]).get(mine.id);
					return [copyOf(isMineShown ? other : mine)];
				}),
			);
		},
	};
}

export type BoardSaver = ReturnType<typeof createBoardSaver>;

/** The element as it is, and newer than the other. */
function newerThan(other: ExcalidrawElement, element: ExcalidrawElement): ExcalidrawElement {
	return { ...element, version: Math.max(element.version, other.version) + 1, versionNonce: Math.floor(Math.random() * 2 ** 31) };
}
