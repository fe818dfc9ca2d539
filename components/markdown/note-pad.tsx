"use client";

import { clsx } from "clsx";
import { Eye, PencilLine } from "lucide-react";
import { Content, List, Root, Trigger } from "radix-ui/tabs";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { fieldClass } from "@/components/ui/field-class";
import { showable } from "@/lib/text";
import { type Edit, enter, type Mark, mark } from "./marks";
import { movedCaret } from "./moved-caret";
import { NotePreview } from "./note-preview";
import { markOf, NoteToolbar } from "./note-toolbar";

type NotePadProps = { value: string; error?: string | undefined; onChange: (value: string) => void };

const pane = "min-h-[50svh] lg:h-[calc(100svh-8.5rem)] lg:min-h-96";
const tab =
	"flex h-9 items-center gap-2 rounded-full px-3.5 text-sm font-medium text-ink-2 [&_svg]:size-[1.125rem] data-[state=active]:bg-surface data-[state=active]:text-ink data-[state=active]:shadow-1";

/** A text in Markdown and what it looks like: side by side, or one after the other on a phone. */
export function NotePad({ value, error, onChange }: NotePadProps) {
	const [shown, setShown] = useState("write");
	const field = useRef<HTMLTextAreaElement>(null);
	const preview = useRef<HTMLDivElement>(null);
	const id = useId();
	/** The text as it was typed here, and where the caret was: what else comes into the text must not carry the caret away. */
	const typed = useRef({ text: value, start: 0, end: 0 });

	useLayoutEffect(() => {
		const { text, start, end } = typed.current;
		if (text === value || !field.current) return;
		if (document.activeElement === field.current)
			field.current.setSelectionRange(movedCaret(text, value, start), movedCaret(text, value, end));
		typed.current = { text: value, start: field.current.selectionStart, end: field.current.selectionEnd };
	}, [value]);

	function remember({ value: text, selectionStart: start, selectionEnd: end }: HTMLTextAreaElement) {
		typed.current = { text, start, end };
	}

	function apply({ from, to, insert, start, end }: Edit) {
		const area = field.current;
		if (!area) return;
		area.focus();
		area.setSelectionRange(from, to);
		// As if it were typed, so that Undo takes it back; what a browser does not know how to type is set.
		const done = insert ? document.execCommand("insertText", false, insert) : from === to || document.execCommand("delete");
		if (!done) {
			area.setRangeText(insert, from, to, "end");
			area.dispatchEvent(new Event("input", { bubbles: true }));
		}
		area.setSelectionRange(start, end);
		remember(area);
	}

	function set(kind: Mark) {
		const area = field.current;
		if (area) apply(mark(kind, { text: area.value, start: area.selectionStart, end: area.selectionEnd }));
	}

	function press(event: KeyboardEvent<HTMLTextAreaElement>) {
		if (event.nativeEvent.isComposing) return;
		const { value: text, selectionStart: start, selectionEnd: end } = event.currentTarget;
		const kind = markOf(event);
		const next = event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey ? enter({ text, start, end }) : null;
		if (!kind && !next) return;
		event.preventDefault();
		if (kind) set(kind);
		else if (next) apply(next);
	}

	/** The preview shows what stands about as far down. */
	function follow({ scrollTop, scrollHeight, clientHeight }: HTMLElement) {
		const other = preview.current;
		if (other && scrollHeight > clientHeight)
			other.scrollTop = (scrollTop / (scrollHeight - clientHeight)) * (other.scrollHeight - other.clientHeight);
	}

	return (
		<Root value={shown} onValueChange={setShown}>
			<div className="sticky top-[6.5rem] z-5 -mx-4 mb-2 flex flex-wrap items-center justify-between gap-2 bg-paper/90 px-4 py-1.5 backdrop-blur-lg sm:top-11 sm:-mx-2 sm:px-2">
				<div className={clsx(shown === "preview" && "max-lg:invisible")}>
					<NoteToolbar onMark={set} />
				</div>
				<List aria-label="View" className="flex rounded-full bg-sunken p-1 lg:hidden">
					<Trigger value="write" className={tab}>
						<PencilLine aria-hidden="true" /> <span className="max-[28rem]:sr-only">Write</span>
					</Trigger>
					<Trigger value="preview" className={tab}>
						<Eye aria-hidden="true" /> <span className="max-[28rem]:sr-only">Preview</span>
					</Trigger>
				</List>
			</div>
			<div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
				<Content value="write" forceMount tabIndex={-1} className="max-lg:data-[state=inactive]:hidden">
					<textarea
						ref={field}
						aria-label="Note"
						aria-invalid={error ? true : undefined}
						aria-describedby={`${id}-note`}
						dir="auto"
						placeholder="Write in Markdown"
						value={value}
						onChange={({ target }) => {
							remember(target);
							onChange(showable(target.value));
						}}
						onSelect={({ currentTarget }) => remember(currentTarget)}
						onKeyDown={press}
						onScroll={({ currentTarget }) => follow(currentTarget)}
						className={clsx(fieldClass, pane, "block resize-none py-3 font-mono text-sm leading-6 max-lg:field-sizing-content")}
					/>
				</Content>
				<Content
					ref={preview}
					value="preview"
					forceMount
					className={clsx(
						pane,
						"rounded-md border border-line bg-surface px-4 py-3 max-lg:data-[state=inactive]:hidden sm:px-5 lg:overflow-y-auto",
					)}
				>
					<NotePreview text={value} isShown={shown === "preview"} />
				</Content>
			</div>
			<p id={`${id}-note`} aria-live="polite" className={clsx("text-[0.8125rem] text-bad", error && "mt-1.5")}>
				{error}
			</p>
		</Root>
	);
}
