import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { authPath } from "@/components/account/next-path";
import { type Answer, api } from "@/components/api";

/** Calls the API in the account's name. When it was signed out meanwhile, here or elsewhere, the sign-in page says so and leads back; null then. */
export async function askAccount<Data = null>(method: string, path: string, body?: unknown): Promise<Answer<Data> | null> {
	const answer = await api<Data>(method, path, body === undefined ? {} : { body });
	if (answer.ok || answer.status !== 401) return answer;
	const back = authPath("/signin", window.location.pathname);
	window.location.assign(`${back}${back.includes("?") ? "&" : "?"}error=signed_out`);
	return null;
}

const besides: Record<string, string> = { email_taken: "email", username_taken: "username" };

/** Shows what was wrong beside the fields it names, or above the form. */
export function showProblem<F extends FieldValues>(form: UseFormReturn<F, unknown, F>, answer: Answer<unknown>): void {
	if (answer.ok) return;
	const known = Object.keys(form.getValues());
	const beside = besides[answer.code];
	const wrong = { ...answer.fields, ...(beside ? { [beside]: answer.message } : {}) };
	const named = Object.entries(wrong).filter(([name]) => known.includes(name));
	for (const [name, message] of named) form.setError(name as FieldPath<F>, { message }, { shouldFocus: true });
	if (named.length === 0) form.setError("root", { message: Object.values(wrong)[0] ?? answer.message });
}
