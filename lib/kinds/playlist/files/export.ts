import { defineExporters } from "../../format";
import { type ListingFormat, listingFormats, writeListing } from "./write-listing";

const as = (format: ListingFormat) => (source: Parameters<typeof writeListing>[1]) => {
	const { text, type } = writeListing(format, source);
	return { body: text, type, ending: `.${format}` };
};

/** A playlist's songs, each as a line of a listing. */
export const exporters = defineExporters(
	Object.fromEntries((Object.keys(listingFormats) as ListingFormat[]).map((name) => [name, as(name)])),
);
