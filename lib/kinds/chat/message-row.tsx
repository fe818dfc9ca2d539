"use client";

import { Ellipsis, Eye, EyeOff, Pencil, Trash2 } from "lucide-react";
import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { TextField } from "@/components/ui/field";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Message } from "./kind";
import { longestMessage } from "./limits";
import { actorNames } from "./names";

// The parser is 100 kB: it comes when there is something to read.
const Markdown = lazy(async () => ({ default: (await import("@/components/ui/markdown")).Markdown }));

export type Draft = { id: number; text: string };

type Props = {
	message: Message;
	/** Its place in the chat, from 1. */
	place: number;
	/** What is being written instead of it. */
	draft: Draft | null;
	onDraft: (draft: Draft | null) => void;
	onSave: (text: string) => void;
	onHide: (hidden: boolean) => void;
	onDelete: () => void;
};

/** A message as its owner sees it, with what can be done about it. */
export function MessageRow({ message, place, draft, onDraft, onSave, onHide, onDelete }: Props) {
	const { id, actor, hidden } = message;
	const name = `message ${place}`;
	return (
		<article
			aria-label={`${actorNames[actor]}, ${name}${hidden ? ", hidden" : ""}`}
			className={`mb-3 rounded-lg border px-4 py-3 ${hidden ? "border-dashed border-line-strong bg-sunken" : actor === "assistant" ? "border-line bg-surface" : "border-line bg-ink/4"}`}
		>
			<div className="mb-1.5 flex min-h-9 items-center gap-2">
				<p className="text-[0.8125rem] font-[650] text-ink-2">{actorNames[actor]}</p>
				{hidden && (
					<Chip>
						<EyeOff aria-hidden="true" /> Hidden
					</Chip>
				)}
				<div className="-mr-2 ml-auto flex">
					<Button tone="quiet" size="s" icon aria-label={`Edit ${name}`} onClick={() => onDraft({ id, text: message.message })}>
						<Pencil />
					</Button>
					<Button tone="quiet" size="s" icon aria-label={`${hidden ? "Show" : "Hide"} ${name}`} onClick={() => onHide(!hidden)}>
						{hidden ? <Eye /> : <EyeOff />}
					</Button>
					<Menu
						trigger={
							<Button tone="quiet" size="s" icon aria-label={`More about ${name}`}>
								<Ellipsis />
							</Button>
						}
					>
						<MenuItem danger onSelect={onDelete}>
							<Trash2 aria-hidden="true" /> Delete message
						</MenuItem>
					</Menu>
				</div>
			</div>
			{draft?.id === id ? (
				<MessageForm draft={draft} name={name} onDraft={onDraft} onSave={onSave} />
			) : (
				<div className={hidden ? "text-ink-2" : undefined}>
					<Suspense fallback={<div className="md-plain">{message.message}</div>}>
						<Markdown text={message.message} level={3} id={`m${id}`} breaks />
					</Suspense>
				</div>
			)}
		</article>
	);
}

function MessageForm({ draft, name, onDraft, onSave }: Pick<Props, "onDraft" | "onSave"> & { draft: Draft; name: string }) {
	const isEmpty = draft.text.trim() === "";
	return (
		<form
			method="post"
			noValidate
			aria-label={`Edit ${name}`}
			onSubmit={(event) => {
				event.preventDefault();
				if (!isEmpty) onSave(draft.text);
			}}
			onKeyDown={(event) => event.key === "Escape" && onDraft(null)}
		>
			<TextField
				autoFocus
				label="Text"
				dir="auto"
				maxLength={longestMessage}
				value={draft.text}
				error={isEmpty ? "A message needs a text. To take it away, delete it." : undefined}
				className="max-h-[60svh]"
				onChange={(event) => onDraft({ ...draft, text: event.target.value })}
			/>
			<div className="mt-3 flex flex-wrap justify-end gap-2">
				<Button size="s" onClick={() => onDraft(null)}>
					Cancel
				</Button>
				<Button size="s" tone="primary" type="submit" held={isEmpty}>
					Save message
				</Button>
			</div>
		</form>
	);
}
