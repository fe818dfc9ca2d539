import { phrase } from "@/lib/contracts/phrases";
import { fieldsInWords } from "@/lib/http/issues";
import { isRefused, Refused } from "@/lib/refused";

/** What a client is told of an error; of a defect of ours nothing but that there is one. */
export function inWords(error: unknown): string {
	const refused = isRefused(error) ? error : new Refused("failed");
	return fieldsInWords(refused) ?? phrase("room", refused.code).text;
}
