import type { ReactNode } from "react";
import { Markdown } from "@/components/ui/markdown";
import type { Actor, Message } from "./kind";

type Props = { messages: readonly Omit<Message, "hidden">[]; names: Record<Actor, string>; isPart: boolean };

/** Messages as they are read: what a person wrote stands in a bubble, what answered them fills the line. Of a long chat, whatever is out of sight is not laid out. */
export function Transcript({ messages, names, isPart }: Props) {
	const lazy = isPart ? "[contain-intrinsic-size:auto_9rem] [content-visibility:auto]" : "";
	return (
		<ol data-transcript className="grid grid-cols-[minmax(0,1fr)] gap-7">
			{messages.map(({ id, actor, message }) => (
				<li key={id} id={`m${id}`} className={`min-w-0 scroll-mt-6 ${lazy} ${actor === "user" ? "pl-8 sm:pl-20" : ""}`}>
					<Said actor={actor} name={names[actor]}>
						<Markdown text={message} level={2} id={`m${id}`} breaks />
					</Said>
				</li>
			))}
		</ol>
	);
}

function Said({ actor, name, children }: { actor: Actor; name: string; children: ReactNode }) {
	return (
		<article className={looks[actor]}>
			<p className="mb-1.5 truncate text-[0.8125rem] font-[650] text-ink-2">
				<bdi>{name}</bdi>
			</p>
			{children}
		</article>
	);
}

const looks: Record<Actor, string> = {
	user: "ml-auto w-fit max-w-full min-w-0 rounded-lg rounded-tr-sm bg-ink/6 px-4 py-3",
	assistant: "min-w-0",
	system: "rounded-md border border-dashed border-line-strong px-4 py-3 text-ink-2",
};
