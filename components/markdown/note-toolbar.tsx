"use client";

import { Bold, Code, Heading, Italic, Link2, List, type LucideIcon } from "lucide-react";
import { Root, Button as ToolButton } from "radix-ui/toolbar";
import { buttonClass } from "@/components/ui/button";
import type { Mark } from "./marks";

type Tool = { mark: Mark; name: string; icon: LucideIcon; key: string; shift?: true };

/** The marks there are, and the key that sets each, together with Ctrl or Cmd. */
const tools: readonly Tool[] = [
	{ mark: "bold", name: "Bold", icon: Bold, key: "b" },
	{ mark: "italic", name: "Italic", icon: Italic, key: "i" },
	{ mark: "heading", name: "Heading", icon: Heading, key: "h", shift: true },
	{ mark: "list", name: "List", icon: List, key: "8", shift: true },
	{ mark: "link", name: "Link", icon: Link2, key: "k" },
	{ mark: "code", name: "Code", icon: Code, key: "e" },
];

type Keys = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** The mark that these keys set. A digit is known by its place: with Shift it is another sign on every keyboard. */
export function markOf({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Keys): Mark | null {
	if (!(ctrlKey || metaKey) || altKey) return null;
	const pressed = code === "Digit8" ? "8" : key.toLowerCase();
	return tools.find((tool) => tool.key === pressed && (tool.shift ?? false) === shiftKey)?.mark ?? null;
}

/** Marks up what is selected in a note. */
export function NoteToolbar({ onMark }: { onMark: (mark: Mark) => void }) {
	return (
		<Root aria-label="Formatting" className="flex gap-0.5 max-sm:[&_button]:w-[2.125rem]">
			{tools.map(({ mark, name, icon: Icon, key, shift }) => {
				const keys = `${shift ? "Shift+" : ""}${key.toUpperCase()}`;
				return (
					<ToolButton
						key={mark}
						aria-label={name}
						aria-keyshortcuts={`Control+${keys} Meta+${keys}`}
						title={`${name} (Ctrl+${keys})`}
						// The text keeps its selection, and a phone its keyboard.
						onPointerDown={(event) => event.preventDefault()}
						onClick={() => onMark(mark)}
						className={buttonClass({ tone: "quiet", size: "s", icon: true })}
					>
						<Icon aria-hidden="true" className="size-[1.125rem]!" />
					</ToolButton>
				);
			})}
		</Root>
	);
}
