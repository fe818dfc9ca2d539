import { z } from "zod";
import type { Item, ItemEdit, World } from "@/lib/ports";
import { badField, Refused } from "@/lib/refused";
import { written } from "@/lib/shares/kind";
import { lines } from "@/lib/text";
import { editItem } from "./edit";
import { contentOf, type Medium, mostMedia, type Removed, rolesOf, type SessionContent, type SessionKind } from "./session-content";
import { discardSlide, keepSlides, rowsOf, type StagedSlide } from "./slides";
import { withFiles } from "./with-files";

const caption = lines({ max: 500 });
export const mediumChanges = z.object({ caption });
export const mediaOrder = z.object({ order: z.array(z.number()).max(mostMedia) });

/** Uploads of one owner meet each other: each is written in its turn. */
const tries = 50;
/** How long what was taken out can be taken back, in ms, and how much of it. */
const keptFor = 60 * 60 * 1000;
const mostRemoved = 20;

type Skipped = { name: string; reason: string };
/** What came with a form: files that were taken, others that were not, and captions in the order of all of them. */
type Received = {
	taken: readonly { index: number; name: string; value: StagedSlide }[];
	skipped: readonly Skipped[];
	texts: readonly string[];
};
/** What came in, as it stands in the session now, and what did not. */
export type AddedMedia = { session: Item; media: Medium[]; skipped: Skipped[] };

/** The session, unless it has no place for one more file: asked before anything is received. Throws `bad_input` on `files`. */
export function refuseFull(kind: SessionKind, session: Item): Item {
	if (contentOf(kind, session).media.length >= mostMedia) throw badField("files", full);
	return session;
}

const full = `A slideshow holds ${mostMedia} pictures and videos`;

/**
 * Adds what was received to the end of a session, as much as fits; nothing stays of the rest. Throws `bad_input` on `captions`, and on `files` when nothing
 * came in, with all that was skipped. When it throws, none is added.
 */
export async function addMedia(world: World, session: Item, kind: SessionKind, received: Received): Promise<AddedMedia> {
	const { taken, skipped } = received;
	try {
		const captions = checkCaptions(received.texts);
		const slides = taken
			.slice(0, roomIn(contentOf(kind, session)))
			.map(({ index, value }) => ({ slide: value, caption: captions[index] ?? "" }));
		const leftFrom = (count: number) => [...skipped, ...taken.slice(count).map(({ name }) => ({ name, reason: full }))];
		const none = () => new Refused("bad_input", { fields: { files: leftFrom(0)[0]?.reason ?? "Choose a file" }, skipped: leftFrom(0) });
		if (slides.length === 0) throw none();
		const added = await writeSlides(world, session, kind, slides, none);
		return { ...added, skipped: leftFrom(added.media.length) };
	} finally {
		for (const { value } of taken) await discardSlide(value);
	}
}

const roomIn = ({ media }: SessionContent) => Math.max(0, mostMedia - media.length);

type Captioned = { slide: StagedSlide; caption: string };

/** Writes as many of them, from the first on, as the session still has room for. Throws `none` when that is not one. */
async function writeSlides(world: World, session: Item, kind: SessionKind, slides: readonly Captioned[], none: () => Refused) {
	const { blobs } = world;
	let media: Medium[] = [];
	const change = (current: Item): ItemEdit => {
		const content = contentOf(kind, current);
		const fit = slides.slice(0, roomIn(content));
		if (fit.length === 0) throw none();
		// An archive that somebody changed may count wrongly.
		const first = [...content.media, ...content.removed].reduce((next, { id }) => Math.max(next, id + 1), content.nextMediaId);
		const idOf = (index: number) => first + index;
		media = fit.map(({ slide, caption }, index) => ({ ...slide.medium, caption, id: idOf(index) }));
		const next = { ...content, media: [...content.media, ...media], nextMediaId: idOf(fit.length) };
		return { ...withoutOld(world, kind, next), addBlobs: fit.flatMap(({ slide }, index) => rowsOf(slide, idOf(index))) };
	};
	const all = slides.map(({ slide }) => slide);
	const now = await withFiles(blobs, await keepSlides(blobs, all), () => editItem(world, session, change, undefined, tries));
	// Another form was faster: what was kept for the rest goes.
	for (const staged of all.slice(media.length).flatMap(({ media, thumb }) => (thumb ? [media, thumb] : [media])))
		await blobs.remove(staged.key);
	return { session: now, media };
}

/** Captions as they came with files. */
function checkCaptions(texts: readonly string[]): string[] {
	const checked = z.array(caption).safeParse(texts);
	if (!checked.success) throw badField("captions", checked.error.issues[0]?.message ?? "Not valid");
	return checked.data;
}

/** Puts the media of a session in this order. Throws `bad_input` on `order` for what is not all of their ids, each once. */
export function orderMedia(world: World, session: Item, kind: SessionKind, order: readonly number[], asOf?: number): Promise<Item> {
	const change = (current: Item) => {
		const content = contentOf(kind, current);
		const byId = new Map(content.media.map((medium) => [medium.id, medium]));
		const media = order.flatMap((id) => byId.get(id) ?? []);
		const isAll = media.length === content.media.length && order.length === media.length && new Set(order).size === order.length;
		if (!isAll) throw badField("order", "Must name each of its pictures and videos once");
		return withoutOld(world, kind, { ...content, media });
	};
	return editItem(world, session, change, asOf);
}

/** Gives a medium another caption. Throws `not_found`. */
export function captionMedium(world: World, session: Item, kind: SessionKind, id: string, text: string): Promise<Item> {
	return changeMedia(world, session, kind, (content) => {
		const { at } = mediumAt(content, id);
		return { ...content, media: content.media.map((medium, index) => (index === at ? { ...medium, caption: text } : medium)) };
	});
}

/** Takes a medium out: nobody sees it from then on. For an hour `restoreMedium` puts it back. Throws `not_found`. */
export function removeMedium(world: World, session: Item, kind: SessionKind, id: string): Promise<Item> {
	return changeMedia(world, session, kind, (content) => {
		const { at, medium } = mediumAt(content, id);
		const removed = { ...medium, place: at, at: world.clock.now().toISOString() };
		return { ...content, media: content.media.toSpliced(at, 1), removed: [...content.removed, removed] };
	});
}

/** Puts a medium that was taken out back to where it was, as far as that is still there. Throws `not_found`, and `bad_input` when there is no room. */
export function restoreMedium(world: World, session: Item, kind: SessionKind, id: string): Promise<Item> {
	return changeMedia(world, session, kind, (content) => {
		const found = content.removed.find((medium) => String(medium.id) === id);
		if (!found) throw new Refused("not_found");
		if (content.media.length >= mostMedia) throw badField("files", full);
		return { ...content, media: content.media.toSpliced(found.place, 0, found), removed: content.removed.filter((each) => each !== found) };
	});
}

/** Where a medium stands. Throws `not_found`. */
export function mediumAt({ media }: SessionContent, id: string): { at: number; medium: Medium } {
	const at = media.findIndex((medium) => String(medium.id) === id);
	const medium = media[at];
	if (!medium) throw new Refused("not_found");
	return { at, medium };
}

function changeMedia(world: World, session: Item, kind: SessionKind, change: (content: SessionContent) => SessionContent): Promise<Item> {
	return editItem(world, session, (current) => withoutOld(world, kind, change(contentOf(kind, current))), undefined, tries);
}

/** The content without what was taken out too long ago, and the files that go with it. */
function withoutOld({ clock }: World, kind: SessionKind, content: SessionContent) {
	const oldest = clock.now().getTime() - keptFor;
	const isKept = ({ at }: Removed, index: number) => Date.parse(at) > oldest && index >= content.removed.length - mostRemoved;
	const gone = content.removed.filter((medium, index) => !isKept(medium, index));
	return { ...written(kind, { ...content, removed: content.removed.filter(isKept) }), dropRoles: gone.flatMap(rolesOf) };
}
