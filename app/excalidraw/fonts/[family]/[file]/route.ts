import { fontFile } from "@/lib/kinds/whiteboard/files/font-file";

type Asked = { params: Promise<{ family: string; file: string }> };

/** Their names change with their content, or with a new version of the package, which is a new build. In seconds. */
const month = 30 * 24 * 60 * 60;

/** GET /excalidraw/fonts/:family/:file: a typeface of boards, from here and from nowhere else. */
export async function GET(_: Request, { params }: Asked): Promise<Response> {
	const { family, file } = await params;
	const bytes = await fontFile(`${family}/${file}`);
	if (!bytes) return new Response(null, { status: 404 });
	const headers = {
		"Content-Type": "font/woff2",
		"Cache-Control": `public, max-age=${month}, immutable`,
		"X-Content-Type-Options": "nosniff",
	};
	return new Response(Uint8Array.from(bytes), { headers });
}
