import type { RefusalCode } from "@/lib/refused";
import type { Dialect } from "./phrases";

/** `text` is what a person is told; `phrase` is what the family always says of it. `issues` are zod's, of input that is not valid. */
type Problem = {
	code: RefusalCode;
	status: number;
	text: string;
	phrase: string;
	fields: Readonly<Record<string, unknown>>;
	issues: readonly object[];
};

/** How each family writes an error; `fields` stand beside its text, or in `data` where the family has one. */
const envelopes: Record<Dialect, (problem: Problem) => object> = {
	session: ({ text, fields }) => ({ message: text, ...fields }),
	chat: ({ status, text, phrase, fields, issues }) => ({
		statusCode: status,
		statusMessage: phrase,
		message: text,
		data: status === 400 ? { issues, ...fields } : fields,
	}),
	room: ({ text, fields }) => ({ message: text, ...fields }),
	share: ({ text, fields }) => ({ success: false, error: text, ...fields }),
	content: ({ text, fields }) => ({ error: text, ...fields }),
	native: ({ code, text, fields }) => ({ error: { code, message: text, ...fields } }),
};

/** The body of an error in a family's envelope. */
export function envelope(dialect: Dialect, problem: Problem): object {
	return envelopes[dialect](problem);
}
