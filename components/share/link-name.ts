import type { MyShare } from "./model";

/** What a link is called among others: two to the same thing are told apart by their labels. */
export function linkName({ title, label }: Pick<MyShare, "title" | "label">): string {
	return label ? `${title}, ${label}` : title;
}
