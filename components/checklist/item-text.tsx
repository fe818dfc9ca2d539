"use client";

import { clsx } from "clsx";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { showable } from "@/lib/text";
import { type Item, isBlank, longestText } from "./item";
import type { ItemActions, Wanted } from "./item-actions";

type ItemTextProps = { item: Item; name: string; actions: ItemActions; caret: Wanted["caret"] | null; onCaret: () => void };

const look = "px-1.5 col-start-1 row-start-1 min-h-11 w-full py-2.5 text-left text-[0.9375rem] leading-6 whitespace-pre-wrap wrap-anywhere";

/** The text of an item, as high as it needs to be. Enter begins the next item, Backspace takes an empty one out. */
export function ItemText({ item, name, actions, caret, onCaret }: ItemTextProps) {
	const field = useRef<HTMLTextAreaElement>(null);
	/** How it was when the caret came: emptied and left, it can be had back. */
	const before = useRef(item);

	useEffect(() => {
		if (!caret || !field.current) return;
		const at = caret === "end" ? field.current.value.length : 0;
		field.current.focus();
		field.current.setSelectionRange(at, at);
		onCaret();
	}, [caret, onCaret]);

	function press(event: KeyboardEvent<HTMLTextAreaElement>) {
		const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
		// Keys that belong to an input method.
		if (event.nativeEvent.isComposing) return;
		const act = (run: () => void) => {
			event.preventDefault();
			run();
		};
		const { selectionStart, selectionEnd, value } = event.currentTarget;
		const isCaret = selectionStart === selectionEnd && !altKey && !shiftKey && !ctrlKey && !metaKey;
		if (key === "Enter" && (ctrlKey || metaKey)) act(() => actions.tick(item.id, !item.completed));
		else if (key === "Enter" && !shiftKey && !altKey) act(() => (isBlank(item) ? undefined : actions.addBelow(item.id)));
		else if (key === "Backspace" && value === "") act(() => actions.removeEmpty(item.id, before.current));
		else if (key === "ArrowUp" && altKey) act(() => actions.moveBy(item.id, -1));
		else if (key === "ArrowDown" && altKey) act(() => actions.moveBy(item.id, 1));
		else if (key === "ArrowUp" && isCaret && selectionStart === 0) act(() => actions.step(item.id, -1));
		else if (key === "ArrowDown" && isCaret && selectionStart === value.length) act(() => actions.step(item.id, 1));
	}

	function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
		const text = event.clipboardData.getData("text/plain");
		if (!/[\r\n]\s*\S/.test(text.trim())) return;
		event.preventDefault();
		actions.pasteBelow(item.id, text);
	}

	return (
		<div className="-mx-1 grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)]">
			{/* As high as its text is in every browser: the text itself stands behind it, unseen. */}
			<span aria-hidden="true" dir="auto" className={clsx(look, "invisible")}>
				{`${item.text} `}
			</span>
			<textarea
				ref={field}
				dir="auto"
				rows={1}
				aria-label={isBlank(item) ? "New item" : `Item ${name}`}
				enterKeyHint="next"
				maxLength={longestText}
				value={item.text}
				onChange={({ target }) => actions.change(item.id, { text: showable(target.value) })}
				onFocus={() => {
					before.current = item;
				}}
				onBlur={() => isBlank(item) && actions.remove(item.id, before.current)}
				onKeyDown={press}
				onPaste={paste}
				className={clsx(
					look,
					"resize-none overflow-hidden rounded-sm bg-transparent outline-offset-0",
					item.completed && "text-ink-3 line-through decoration-ink-3/60",
				)}
			/>
		</div>
	);
}
