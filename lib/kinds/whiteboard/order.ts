type Ordered = { id: string; index?: string | null | undefined };

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** An order key of Excalidraw's: a letter that says how many digits follow, those, and further ones that do not end in 0. */
const orderKey = /^(?:[a-z]|[A-Z])[0-9A-Za-z]{1,199}$/;

function isKey(key: string | null | undefined): key is string {
	if (!key || !orderKey.test(key)) return false;
	const head = key.charCodeAt(0);
	// "a" has one digit, "b" two; "Z" one, "Y" two (rocicorp/fractional-indexing).
	const whole = head >= 97 ? head - 97 + 2 : 90 - head + 2;
	return key.length === whole || (key.length > whole && !key.endsWith("0"));
}

/** The n-th of 238,328 keys that sort. */
const keyAt = (place: number) => `c${digits[Math.floor(place / 3844) % 62]}${digits[Math.floor(place / 62) % 62]}${digits[place % 62]}`;

const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Whether the keys say the same as the order they stand in. */
function isInOrder(elements: readonly Ordered[]): boolean {
	return elements.every(({ index }, place) => isKey(index) && (place === 0 || (elements[place - 1]?.index ?? "") < index));
}

/**
 * The elements, from back to front, with order keys that say so: those they have where these agree with the order, else new ones. Without them
 * every browser that opens the board would make up its own, and two that draw at once would disagree about what lies on top.
 */
export function withOrderKeys<Element extends Ordered>(elements: Element[]): Element[] {
	if (isInOrder(elements)) return elements;
	return elements.map((each, place) => ({ ...each, index: keyAt(place) }));
}

/** Sorted by order keys, as Excalidraw does it after two people drew at once. */
export function byOrderKey<Element extends Ordered>(elements: Element[]): Element[] {
	if (!elements.every(({ index }) => isKey(index))) return elements;
	return elements.toSorted((a, b) => before(a.index ?? "", b.index ?? "") || before(a.id, b.id));
}

/** Each with an id of its own: of two with one id the later one gets another. */
export function withOwnIds<Element extends Ordered>(elements: Element[]): Element[] {
	const taken = new Set(elements.map(({ id }) => id));
	if (taken.size === elements.length) return elements;
	const seen = new Set<string>();
	return elements.map((each) => {
		let { id } = each;
		for (let copy = 2; seen.has(id); copy++) {
			const other = `${each.id.slice(0, 90)}-${copy}`;
			if (!taken.has(other) && !seen.has(other)) id = other;
		}
		seen.add(id);
		return id === each.id ? each : { ...each, id };
	});
}
