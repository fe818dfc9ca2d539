/** What the file chooser offers for a cover. */
export const coverTypes = "image/jpeg,image/png,image/webp,image/gif";

/** Largest picture that the server takes, in bytes. */
const largest = 20 * 1024 * 1024;

/** What is wrong with a picture before it is even sent, or null. */
export function coverProblem({ type, size }: Pick<File, "type" | "size">): string | null {
	if (!coverTypes.split(",").includes(type)) return "This is not a JPEG, PNG, WebP or GIF picture.";
	return size > largest ? "This picture is larger than 20 MB." : null;
}
