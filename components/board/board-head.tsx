"use client";

import { ArrowLeft, Ellipsis, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { SaveNote } from "@/components/library/save-note";
import type { Saving } from "@/components/library/use-autosave";
import { useDeleteItem } from "@/components/library/use-delete-item";
import { PeopleNote } from "@/components/live/people-note";
import { ShareButton } from "@/components/share/share-button";
import type { ShareTarget } from "@/components/share/share-target";
import { Button, buttonClass } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";

type BoardHeadProps = {
	target: ShareTarget;
	saving: Saving;
	/** How many links of it are live. */
	links: number;
	title: string;
	onTitle: (title: string) => void;
	/** Further lines of its menu. */
	menu?: ReactNode;
};

/** The head of a board's editor: one line, so that the board has the room. */
export function BoardHead({ target, saving, links, title, onTitle, menu }: BoardHeadProps) {
	const router = useRouter();
	const remove = useDeleteItem();
	const isUntitled = title.trim() === "";
	return (
		<div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-2 py-1.5 sm:flex-nowrap sm:px-3">
			<h1 className="sr-only">Whiteboard: {target.title}</h1>
			<Link href="/dashboard" aria-label="Library" title="Library" className={buttonClass({ tone: "quiet", size: "s", icon: true })}>
				<ArrowLeft aria-hidden="true" />
			</Link>
			<input
				aria-label="Title"
				aria-invalid={isUntitled || undefined}
				dir="auto"
				autoComplete="off"
				maxLength={200}
				placeholder="A whiteboard needs a title"
				value={title}
				className="h-9 min-w-0 flex-1 rounded-md bg-transparent px-2 font-display text-lg font-[650] text-ellipsis placeholder:text-bad hover:bg-sunken"
				onChange={({ target: { value } }) => onTitle(value)}
			/>
			<div className="flex items-center justify-end gap-x-4 max-sm:order-last max-sm:basis-full max-sm:px-2">
				<PeopleNote itemId={target.id} />
				<SaveNote {...saving} />
			</div>
			<ShareButton target={target} size="s" />
			<Menu
				align="end"
				trigger={
					<Button icon size="s" aria-label="More">
						<Ellipsis />
					</Button>
				}
			>
				{menu}
				<MenuItem danger onSelect={() => void remove({ ...target, links }, (gone) => gone && router.push("/dashboard"))}>
					<Trash2 aria-hidden="true" /> Delete whiteboard
				</MenuItem>
			</Menu>
		</div>
	);
}
