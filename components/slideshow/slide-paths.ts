/** Where the files of a medium are; `thumbnail` is the version of its thumbnail, which stands in its address. */
export function pathsOf(files: string, { id, thumbnail }: { id: number; thumbnail: string | null }) {
	return { url: `${files}/media-${id}`, thumbnail: thumbnail && `${files}/thumb-${id}?v=${thumbnail}` };
}
