"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { longestText } from "./item";

type AddItemProps = {
	/** Adds what was typed, or pasted in several lines; answers how many items that made. */ onAdd: (text: string) => number;
};

/** Adds one item after the other: the caret stays. In sight however long the list is. */
export function AddItem({ onAdd }: AddItemProps) {
	const [text, setText] = useState("");

	function add(event: FormEvent) {
		event.preventDefault();
		if (onAdd(text) > 0) setText("");
	}

	return (
		<form
			onSubmit={add}
			className="sticky bottom-(--foot) z-10 -mx-4 flex gap-2 bg-paper/90 px-4 py-3 backdrop-blur-lg sm:mx-0 sm:rounded-t-lg sm:px-0"
		>
			<input
				aria-label="Add an item"
				placeholder="Add an item"
				dir="auto"
				autoComplete="off"
				enterKeyHint="enter"
				maxLength={longestText}
				value={text}
				onChange={({ target }) => setText(target.value)}
				onPaste={(event) => {
					const pasted = event.clipboardData.getData("text/plain");
					if (!/[\r\n]\s*\S/.test(pasted.trim())) return;
					event.preventDefault();
					onAdd(pasted);
				}}
				className={`${fieldClass} h-11 min-w-0`}
			/>
			<Button type="submit" held={text.trim() === ""}>
				<Plus /> Add
			</Button>
		</form>
	);
}
