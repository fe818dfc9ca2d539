/**
 * `Content-Disposition` of a download (RFC 6266, RFC 5987): the name in ASCII for old clients, and as it is. What could end the
 * header, lead out of a folder or turn the name's end around is left out of both.
 */
export function attachment(name: string): string {
	const safe = plain(name.toWellFormed());
	// Filtered again: normalising turns wide quotes, slashes and dots into those of ASCII.
	const ascii = plain(safe.normalize("NFKD").replace(/\p{M}/gu, ""))
		.replace(/[^\u0020-\u007e]+/g, "_")
		.replaceAll("%", "_");
	return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(safe).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

function plain(name: string): string {
	return name
		.replace(/[\p{Cc}\p{Cf}\u2028\u2029/\\:*?"<>|]+/gu, " ")
		.replace(/\s+/g, " ")
		.replace(/^[\s.]+|\s+$/g, "");
}
