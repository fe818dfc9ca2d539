import type { Platform } from "@/lib/platform";
import type { StagedBlob } from "@/lib/ports";
import type { Answer } from "./answer";
import { deadline } from "./deadline";
import { type Context, enter, handle, type Spec } from "./endpoint";
import type { Handler } from "./handler";
import { readUploads, type Uploads, type Wanted } from "./uploads";

type OwnerContext = Omit<Context<"owner", undefined, undefined>, "body" | "search" | "late" | "found">;
type UploadsSpec<Found, Taken, Result> = Pick<Spec<"owner", never, never, never>, "dialect" | "limit" | "words"> & {
	uploads: Wanted;
	/** Runs before anything is received: what refuses here refuses nobody's gigabyte. */
	find(context: OwnerContext): Promise<Found>;
	/** Reads one file, which is gone afterwards. What it refuses on the field `file` is skipped. */
	take(world: Platform, staged: StagedBlob): Promise<Taken>;
	/** Gives back what was taken in vain, because the body broke off or something failed. */
	giveUp(taken: Taken): Promise<void>;
	/** Has to keep what was taken or give it back, also when it throws. */
	run(context: OwnerContext & { found: Found } & Uploads<Taken>): Promise<Result>;
	write(result: Result, context: OwnerContext): Answer;
};

/** One verb that takes many files of a multipart body, streamed and read while they arrive. */
export function uploadsEndpoint<Found, Taken, Result>(spec: UploadsSpec<Found, Taken, Result>): Handler {
	return handle(spec, async (request, params, world) => {
		const inTime = deadline();
		const context = await inTime(enter(world, request, params, "owner"));
		const found = await inTime(spec.find(context));
		const uploads = await readUploads(request, world.blobs, spec.uploads, (staged) => spec.take(world, staged), spec.giveUp);
		return spec.write(await spec.run({ ...context, found, ...uploads }), context);
	});
}
