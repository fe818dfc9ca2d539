import type { z } from "zod";
import type { Owner, Visitor } from "@/lib/authority";
import type { Dialect } from "@/lib/contracts/phrases";
import { tooMany } from "@/lib/limits";
import { type Platform, platform } from "@/lib/platform";
import { type RefusalCode, Refused } from "@/lib/refused";
import { type Actor, readActor, visitorOf } from "./actor";
import { type Answer, refusal, type Words } from "./answer";
import { addressHeader } from "./client-address";
import { deadline } from "./deadline";
import { type Act, type Handler, handler } from "./handler";
import { faultsOf, toIssues, typeInWords } from "./issues";
import { readRawUpload } from "./raw-upload";
import { readJson } from "./read-body";
import { readUpload, type Upload } from "./upload";

type Who = "owner" | "visitor";
export type Context<W extends Who, Body, Search, Found = undefined> = {
	world: Platform;
	request: Request;
	/** Aborted when the answer was 503 already, because `run` took too long: what it still opens nobody will read, or close. */
	late: { readonly signal: AbortSignal };
	/** Segments of the path by name; strings of any form. */
	params: Readonly<Record<string, string>>;
	query: URLSearchParams;
	search: Search;
	body: Body;
	visitor: Visitor;
	owner: W extends "owner" ? Owner : Owner | null;
	/** What `find` found. */
	found: Found;
};
/** All that is known before anything of the body was read. */
type Early<W extends Who> = Omit<Context<W, never, never, never>, "body" | "search" | "found" | "late">;

export type Spec<W extends Who, Body, Search, Result, Found = undefined> = {
	dialect: Dialect;
	/** `owner`: 401 without valid credentials, before anything is read or looked up. `visitor`: anybody. */
	actor: W;
	/** Requests of one address; `name` is shared by the endpoints that count together. */
	limit?: { name: string; per: "minute" | "hour"; max: number };
	/** What the path is about, where a family says that it is absent before it says that the body is bad. */
	find?(context: Early<W>): Promise<Found>;
	/** Schema of the JSON body. `bad` is what a body that does not fit is refused with, where a family has its own words. */
	body?: z.ZodType<Body>;
	bad?: RefusalCode;
	/** Schema of the query string, of each name its first value. */
	search?: z.ZodType<Search>;
	/** Words of this call alone, where its document has other ones than its family. */
	words?: Words;
	/** In ms, for a call that waits for others than the database, or works for long: what it may take before it answers 503. */
	patience?: number;
	run(context: Context<W, Body, Search, Found>): Promise<Result>;
	/** The answer; without it 204. */
	write?(result: Result, context: Context<W, Body, Search, Found>): Answer | Response;
};
type UploadSpec<Fields, Result, Found> = Omit<
	Spec<"owner", Fields, undefined, Result, Found>,
	"actor" | "body" | "bad" | "search" | "patience" | "run"
> & {
	/** `raw`: types of a body that is the file itself; what stands beside it is then in the query. */
	upload: { field: string; maxBytes: number; words: z.ZodType<Fields>; raw?: RegExp };
	run(context: Context<"owner", Fields, undefined, Found> & { file: Upload["file"] }): Promise<Result>;
};

const everyday = { name: "api", per: "minute", max: 600 } as const;
const seconds = { minute: 60, hour: 3600 };
const noContent: Answer = { status: 204 };

/** One verb of one resource: limit → actor → read → run → write. Here stands the only try/catch of the API. */
export function endpoint<W extends Who, Body = undefined, Search = undefined, Result = void, Found = undefined>(
	spec: Spec<W, Body, Search, Result, Found>,
): Handler {
	return handle(spec, async (request, params, world) => {
		const late = new AbortController();
		const inTime = deadline(spec.patience, late);
		const context = await inTime(enter(world, request, params, spec.actor));
		const found = spec.find ? await inTime(spec.find(context)) : (undefined as Found);
		const body = spec.body ? parse(spec.body, await readJson(request), spec.bad) : (undefined as Body);
		const search = spec.search ? parse(spec.search, valuesOf(context.query), spec.bad) : (undefined as Search);
		const whole = { ...context, late, body, search, found };
		const result = await inTime(spec.run(whole));
		return spec.write ? spec.write(result, whole) : noContent;
	});
}

/** The same for a file in a multipart body: it is staged before `run`, and gone after it unless `run` kept it. */
export function uploadEndpoint<Fields, Result, Found = undefined>(spec: UploadSpec<Fields, Result, Found>): Handler {
	return handle(spec, async (request, params, world) => {
		const late = new AbortController();
		const inTime = deadline(undefined, late);
		const context = await inTime(enter(world, request, params, "owner"));
		const found = spec.find ? await inTime(spec.find(context)) : (undefined as Found);
		const isRaw = spec.upload.raw?.test(request.headers.get("content-type") ?? "") ?? false;
		const read = isRaw ? readRawUpload : readUpload;
		const { fields, file } = await read(request, world.blobs, spec.upload);
		try {
			const beside = isRaw ? valuesOf(context.query) : fields;
			const whole = { ...context, late, search: undefined, body: parse(spec.upload.words, beside), file, found };
			const result = await spec.run(whole);
			return spec.write ? spec.write(result, whole) : noContent;
		} finally {
			await file.staged.discard();
		}
	});
}

type Work = (request: Request, params: Readonly<Record<string, string>>, world: Platform) => ReturnType<Act>;

/** The outermost part of every call: its limit, and its errors in its family's envelope. */
export function handle(
	{ dialect, limit = everyday, words }: Pick<Spec<Who, never, never, never, never>, "dialect" | "limit" | "words">,
	work: Work,
): Handler {
	return handler(async (request, params) => {
		try {
			const world = platform();
			const max = Math.ceil(limit.max * world.env.rateLimitScale);
			const verdict = await world.limiter.hit(`${limit.name}:${addressOf(request)}`, { max, seconds: seconds[limit.per] });
			if (!verdict.allowed) throw tooMany(verdict);
			return await work(request, params, world);
		} catch (error) {
			return refusal(dialect, error, request, words);
		}
	});
}

/** Who asks, with the request as calls see it. Throws `unauthorized` and `forbidden_origin`. */
export async function enter<W extends Who>(world: Platform, request: Request, params: Readonly<Record<string, string>>, who: W) {
	const actor = await readActor(world, request.headers);
	refuseForeignOrigin(request, actor, world.origin);
	if (who === "owner" && !actor.owner) throw new Refused("unauthorized");
	return {
		world,
		request,
		params,
		query: new URLSearchParams(/\?([^#]*)/.exec(request.url)?.[1]),
		visitor: visitorOf(world, request.headers, actor.owner, addressOf(request)),
		owner: actor.owner as Early<W>["owner"],
	};
}

/** A cookie goes along with requests that another site started; such a request must not change anything. */
function refuseForeignOrigin(request: Request, actor: Actor, origin: string): void {
	if (actor.via !== "cookie" || request.method === "GET" || request.method === "HEAD") return;
	const from = request.headers.get("origin");
	const isForeign = from === null ? request.headers.get("sec-fetch-site") === "cross-site" : from !== origin;
	if (isForeign) throw new Refused("forbidden_origin");
}

/** Faults that are told of one body. */
const mostIssues = 100;

/** Of each name its first value. */
function valuesOf(query: URLSearchParams): Record<string, string> {
	return Object.fromEntries([...query].reverse());
}

function parse<T>(schema: z.ZodType<T>, input: unknown, bad: RefusalCode = "bad_input"): T {
	const result = schema.safeParse(input, typeInWords);
	if (result.success) return result.data;
	if (bad !== "bad_input") throw new Refused(bad);
	throw new Refused("bad_input", {
		fields: faultsOf(result.error.issues),
		issues: toIssues(result.error.issues.slice(0, mostIssues), input),
	});
}

function addressOf(request: Request): string {
	return request.headers.get(addressHeader) ?? "unknown";
}
