import { badField } from "@/lib/refused";

/** The request's `Idempotency-Key`, or null. Throws `bad_input` when it is too long to keep. */
export function idempotencyKey(request: Request): string | null {
	const key = request.headers.get("idempotency-key");
	if (key && key.length > 200) throw badField("Idempotency-Key", "At most 200 characters");
	return key || null;
}
