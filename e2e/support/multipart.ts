const boundary = "----a-boundary-that-no-song-has";

type Part = { bytes: Uint8Array; name: string; field?: string; type?: string };
type Form = { fields?: Record<string, string>; file?: Part; fieldsLast?: boolean };

/** A multipart form as a browser sends it, name and bytes as given; `fieldsLast` puts the fields behind the file. */
export function multipart({ fields = {}, file, fieldsLast = false }: Form): { headers: Record<string, string>; body: Buffer } {
	const texts = Object.entries(fields).map(([name, value]) => part(`form-data; name="${name}"`, Buffer.from(value)));
	const files = file ? [openFile(file), file.bytes, Buffer.from("\r\n")] : [];
	const parts = fieldsLast ? [...files, ...texts] : [...texts, ...files];
	return { headers: multipartType, body: Buffer.concat([...parts, multipartEnd]) };
}

/** Many files of one field, and texts that come along in the same order. */
export function multipartFiles(
	files: readonly { bytes: Uint8Array; name: string }[],
	{ field = "files[]", texts = [], textField = "captions[]" }: { field?: string; texts?: readonly string[]; textField?: string } = {},
): { headers: Record<string, string>; body: Buffer } {
	const parts = files.flatMap(({ bytes, name }) => [openFile({ field, name, type: "image/jpeg" }), bytes, Buffer.from("\r\n")]);
	const captions = texts.map((text) => part(`form-data; name="${textField}"`, Buffer.from(text)));
	return { headers: multipartType, body: Buffer.concat([...parts, ...captions, multipartEnd]) };
}

/** The Content-Type of such a form. */
export const multipartType = { "content-type": `multipart/form-data; boundary=${boundary}` };

/** What comes before a file's bytes, for tests that send these bit by bit. */
export function openFile({ field = "file", name, type = "audio/wav" }: Omit<Part, "bytes">): Buffer {
	// As browsers do it: quotes and line breaks of the name in percent, everything else as it stands.
	const quoted = name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
	return Buffer.from(
		`--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${quoted}"\r\nContent-Type: ${type}\r\n\r\n`,
	);
}

/** What ends the form. */
export const multipartEnd: Buffer = Buffer.from(`--${boundary}--\r\n`);

function part(disposition: string, content: Buffer): Buffer {
	return Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: ${disposition}\r\n\r\n`), content, Buffer.from("\r\n")]);
}
