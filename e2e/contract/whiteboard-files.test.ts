import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { Account } from "../support/account";
import { Client } from "../support/client";
import { byToken } from "../support/credentials";
import { look } from "../support/database";
import { multipart } from "../support/multipart";
import { picture } from "../support/pictures";
import { inspect } from "../support/svg";
import { diskWays, ownServer } from "./own-server";
import type { Doc } from "./seed-004-examples";

type File = { id: string; mimeType: string; dataURL: string };
type Board = Doc & { canvas_data: { elements: Record<string, unknown>[]; files: Record<string, File> } };
type Imported = Board & { skipped: { title: string; reason: string }[]; error?: string };

const path = "/api/whiteboards";
const shows = (fileId: string, more: object = {}) => ({
	id: `shows-${fileId}`,
	type: "image",
	fileId,
	x: 0,
	y: 0,
	width: 90,
	height: 30,
	...more,
});

describe.each(diskWays)("pictures and files of whiteboards on $name", (way) => {
	const server = ownServer(way, { RATE_LIMIT_SCALE: "100000" });
	let owner: Client;
	beforeAll(async () => {
		owner = await byToken(await Account.signUp(server().url));
	});
	const make = async () => (await owner.post<Board>(path, { title: "Plans" })).body;
	const upload = (board: Board, bytes: Uint8Array, fields: Record<string, string> = {}, from = owner) =>
		from.ask<{ file: File; version: number; error?: string }>(
			"POST",
			`${path}/${board.id}/files`,
			multipart({ file: { bytes, name: "x.png" }, fields }),
		);
	const get = async ({ id }: Board) => (await owner.get<Board>(`${path}/${id}`)).body;
	const patch = (board: Board, elements: object[]) => owner.patch<Board>(`${path}/${board.id}`, { canvas_data: { elements } });
	const bring = (content: unknown, name = "A plan.excalidraw") => {
		const bytes =
			content instanceof Uint8Array ? content : new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content));
		return owner.ask<Imported>("POST", `${path}/import`, multipart({ file: { bytes, name } }));
	};
	const count = () => look<number>(server(), "SELECT count(*) FROM Blob");

	test("a picture is stored beside its board, made anew, and seen by its owner alone", async () => {
		const board = await make();
		const { status, body } = await upload(board, await picture("jpeg"), { fileId: "pic-1" });
		expect([status, body.version]).toEqual([201, 2]);
		expect(body.file).toMatchObject({ id: "pic-1", mimeType: "image/jpeg", dataURL: `/api/files/items/${board.id}/files/board-pic-1` });
		const seen = await owner.get(body.file.dataURL);
		expect([seen.status, seen.headers["content-type"]]).toEqual([200, "image/jpeg"]);
		expect(seen.bytes.toString("latin1")).not.toContain("Ada lives here");
		expect((await sharp(seen.bytes).metadata()).width).toBe(900);
		expect((await new Client(server().url).get(body.file.dataURL)).status).toBe(401);
		const stranger = await byToken(await Account.signUp(server().url));
		expect((await stranger.get(body.file.dataURL)).status).toBe(404);
		expect((await upload(board, await picture("png"), {}, stranger)).status).toBe(404);
	});

	test("the same again is the same picture", async () => {
		const board = await make();
		const bytes = await picture("png");
		const first = await upload(board, bytes);
		const again = await upload(board, bytes);
		expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
	});

	test("ten that arrive at once are all there", async () => {
		const board = await make();
		const bytes = await picture("png");
		const all = await Promise.all(Array.from({ length: 10 }, (_, at) => upload(board, bytes, { fileId: `p${at % 5}` })));
		for (const { status } of all) expect([200, 201]).toContain(status);
		expect(Object.keys((await get(board)).canvas_data.files).sort()).toEqual(["p0", "p1", "p2", "p3", "p4"]);
		for (const { dataURL } of Object.values((await get(board)).canvas_data.files)) expect((await owner.get(dataURL)).status).toBe(200);
		expect(await look<number>(server(), `SELECT count(*) FROM Blob WHERE itemId = ${board.id}`)).toBe(5);
	});

	test.each([
		[
			"a drawing",
			Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
			{},
			"file: This is not a JPEG, PNG, WebP or GIF picture",
		],
		["a page", Buffer.from("<script>alert(1)</script>"), {}, "file: This is not a JPEG, PNG, WebP or GIF picture"],
		["nothing", Buffer.alloc(0), {}, "file: This is not a JPEG, PNG, WebP or GIF picture"],
		["a name that leads elsewhere", null, { fileId: "../../x" }, "fileId: Letters, digits, - and _ alone"],
	])("what is %s is refused, and nothing stays of it", async (_, bytes, fields, error) => {
		const [board, before] = [await make(), await count()];
		const { status, body } = await upload(board, bytes ?? (await picture("png")), fields);
		expect([status, body]).toEqual([400, expect.objectContaining({ error })]);
		expect([await get(board), await count()]).toEqual([board, before]);
	});

	test("a link shows the pictures that are on the board and no others, as long as it is on", async () => {
		const board = await make();
		for (const fileId of ["shown", "unused", "erased"]) await upload(board, await picture("png"), { fileId });
		await patch(board, [shows("shown"), shows("erased", { isDeleted: true })]);
		const { body: link } = await owner.post<{ shareToken: string }>(`${path}/${board.id}/share`);
		const visitor = new Client(server().url);
		const { body } = await visitor.get<Board>(`/api/shared/whiteboard/${link.shareToken}`);
		const place = `/api/files/share/${link.shareToken}/items/${board.id}/files`;
		expect(Object.values(body.canvas_data.files).map(({ dataURL }) => dataURL)).toEqual([`${place}/board-shown`]);
		expect((await visitor.get(`${place}/board-shown`)).status).toBe(200);
		for (const role of ["board-unused", "board-erased", "board-none", "cover"])
			expect((await visitor.get(`${place}/${role}`)).status, role).toBe(404);
		const page = await visitor.get<string>(`/shared/whiteboard/${link.shareToken}`);
		expect(page.body).toContain(`href="${place}/board-shown"`);
		await owner.delete(`${path}/${board.id}/share`);
		expect((await visitor.get(`${place}/board-shown`)).status).toBe(404);
	});

	test("a scene may bring small pictures along, and names stored ones by their address", async () => {
		const board = await make();
		await upload(board, await picture("png"), { fileId: "stored" });
		const inline = `data:image/png;base64,${(await picture("png", { width: 30, height: 10 })).toString("base64")}`;
		const { files } = (await get(board)).canvas_data;
		const whole = {
			elements: [shows("stored"), shows("inline")],
			files: { ...files, inline: { id: "inline", mimeType: "image/png", dataURL: inline } },
		};
		const { status, body } = await owner.send<Board>("PUT", `${path}/${board.id}`, { canvas_data: whole });
		expect([status, body.canvas_data.files.stored, body.canvas_data.files.inline?.dataURL]).toEqual([200, files.stored, inline]);
	});

	test("an Excalidraw file goes out with its pictures in it, and comes in as it was", async () => {
		const board = await make();
		await upload(board, await picture("png"), { fileId: "pic" });
		await patch(board, [
			shows("pic"),
			{ id: "words", type: "text", text: "Hello & <b>", x: 5, y: 5, width: 60, height: 25, fontSize: 20, fontFamily: 5 },
		]);
		const out = await owner.get<string>(`${path}/${board.id}/export?format=excalidraw`);
		expect([out.status, out.headers["content-type"], out.headers["content-disposition"]]).toEqual([
			200,
			"application/vnd.excalidraw+json",
			expect.stringContaining('filename="Plans.excalidraw"'),
		]);
		const file = JSON.parse(out.bytes.toString());
		expect(file).toMatchObject({ type: "excalidraw", version: 2, elements: [{ id: "shows-pic" }, { id: "words" }] });
		expect(file.files.pic.dataURL).toMatch(/^data:image\/png;base64,/);
		const { status, body } = await bring(out.bytes);
		expect([status, body.title, body.skipped]).toEqual([201, "A plan", []]);
		expect(body.canvas_data.elements).toEqual((await get(board)).canvas_data.elements);
		const stored = await owner.get(body.canvas_data.files.pic?.dataURL ?? "");
		expect([stored.status, (await sharp(stored.bytes).metadata()).width]).toEqual([200, 900]);
	});

	test("SVG goes out as a picture that needs nothing else, and does not come in", async () => {
		const board = await make();
		await upload(board, await picture("png"), { fileId: "pic" });
		await patch(board, [shows("pic"), { id: "words", type: "text", text: "Hello & <b>", fontFamily: 5 }]);
		const { status, headers, body } = await owner.get<string>(`${path}/${board.id}/export?format=svg`);
		expect([status, headers["content-type"]]).toEqual([200, "image/svg+xml"]);
		const { texts, attributes } = inspect(body);
		expect(texts).toContain("Hello & <b>");
		expect(attributes.filter(([name]) => name === "href").map(([, value]) => value.slice(0, 22))).toEqual(["data:image/png;base64,"]);
		expect((await owner.get(`${path}/${board.id}/export?format=png`)).status).toBe(400);
		expect((await bring(body, "x.svg")).status).toBe(400);
	});

	test.each([
		["nothing", ""],
		["no JSON", "hello"],
		["JSON that breaks off", '{"elements":['],
		["another JSON", { a: 1 }],
		["brackets without end", `{"elements":${"[".repeat(200_000)}`],
		["elements of which none can be read", { elements: [{ id: "a", type: "rectangle", x: 1e308 }] }],
	])("a file is refused with a reason when it is %s", async (_, content) => {
		const before = await look<number>(server(), "SELECT count(*) FROM Item");
		const { status, body } = await bring(content);
		expect([status, body.error]).toEqual([400, expect.stringMatching(/^file: .{10,}/)]);
		expect(await look<number>(server(), "SELECT count(*) FROM Item")).toBe(before);
	});

	test("what of a file cannot be kept is told, and the rest is there", async () => {
		const url = (bytes: Uint8Array, type = "png") => `data:image/${type};base64,${Buffer.from(bytes).toString("base64")}`;
		const good = await picture("gif", { width: 30, height: 10 });
		const { status, body } = await bring({
			type: "excalidraw",
			elements: [
				shows("good"),
				shows("broken"),
				shows("drawing"),
				{
					id: "far",
					type: "arrow",
					points: [
						[0, 0],
						[1e12, 0],
					],
				},
			],
			files: {
				good: { id: "good", mimeType: "image/gif", dataURL: url(good, "gif") },
				broken: { id: "broken", mimeType: "image/png", dataURL: url((await picture("png")).subarray(0, 200)) },
				drawing: { id: "drawing", mimeType: "image/svg+xml", dataURL: "data:image/svg+xml;base64,PHN2Zy8+" },
			},
		});
		expect([status, body.canvas_data.elements.map(({ id }) => id)]).toEqual([201, ["shows-good", "shows-broken", "shows-drawing"]]);
		expect(body.skipped).toEqual([
			{ title: "Element “arrow”", reason: expect.stringContaining("points.1") },
			{ title: "Picture", reason: "Only PNG, JPEG, GIF and WebP pictures can be kept" },
			{ title: "Picture", reason: "The picture is damaged and cannot be read" },
		]);
		expect(Object.values(body.canvas_data.files)).toMatchObject([{ id: "good", mimeType: "image/png" }]);
	});

	test("a board takes its pictures along when it is gone for good", async () => {
		const before = await count();
		const board = await make();
		await upload(board, await picture("png"));
		expect(await count()).toBe(before + 1);
		expect((await owner.delete(`${path}/${board.id}`)).status).toBe(204);
		expect(server().output()).not.toMatch(/failed:|Unhandled|Uncaught|⨯/);
	});
});
