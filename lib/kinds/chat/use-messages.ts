import { useCallback, useEffect, useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { type Answer, api } from "@/components/api";
import type { Message, Said } from "./kind";

type Changes = Partial<Pick<Message, "message" | "hidden">>;

/** The messages of the chat at `path`, and what its owner does with them. `given` is null where the page left them out: then they are fetched. */
export function useMessages(path: string, given: Message[] | null) {
	const [messages, setMessages] = useState(given);
	const [problem, setProblem] = useState<string | null>(null);
	/** How many changes are on their way. */
	const [writing, setWriting] = useState(0);

	const load = useCallback(async () => {
		setProblem(null);
		const answer = await api<{ chat: { messages: Message[] } }>("GET", path);
		if (answer.ok) setMessages(answer.data.chat.messages);
		else setProblem(answer.message);
	}, [path]);

	const isMissing = given === null;
	useEffect(() => {
		if (isMissing) void load();
	}, [isMissing, load]);

	const change = (to: (now: Message[]) => Message[]) => setMessages((now) => now && to(now));
	const replace = (message: Message) => change((now) => now.map((each) => (each.id === message.id ? message : each)));

	async function write<Data>(method: string, place: string, body?: object): Promise<Answer<Data>> {
		setWriting((now) => now + 1);
		const answer = await api<Data>(method, `${path}/messages${place}`, { body });
		setWriting((now) => now - 1);
		return answer;
	}

	/** Adds a message at the end; why not, when it could not be kept. */
	async function append(said: Said): Promise<string | null> {
		const answer = await write<{ message: Message }>("POST", "", said);
		if (!answer.ok) return answer.fields.message ?? answer.message;
		change((now) => [...now, answer.data.message]);
		return null;
	}

	/** Changes a message: shown at once, taken back should the server refuse. */
	async function revise(before: Message, changes: Changes): Promise<boolean> {
		replace({ ...before, ...changes });
		const answer = await write<{ message: Message }>("PATCH", `/${before.id}`, changes);
		replace(answer.ok ? answer.data.message : before);
		if (!answer.ok) await fail(answer);
		return answer.ok;
	}

	async function remove({ id }: Message): Promise<boolean> {
		const answer = await write("DELETE", `/${id}`);
		if (answer.ok) change((now) => now.filter((each) => each.id !== id));
		else await fail(answer);
		return answer.ok;
	}

	/** What is gone elsewhere is gone here too. */
	async function fail(answer: Parameters<typeof tellFailure>[0]): Promise<void> {
		await tellFailure(answer);
		if (answer.status === 404) await load();
	}

	return { messages, problem, isWriting: writing > 0, load, append, revise, remove };
}
export type UseMessages = ReturnType<typeof useMessages>;
