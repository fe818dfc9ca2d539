"use client";

import { clsx } from "clsx";
import { ArrowLeft, Ellipsis, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { PeopleNote } from "@/components/live/people-note";
import { kindLook } from "@/components/share/kind-look";
import { ShareButton } from "@/components/share/share-button";
import type { ShareTarget } from "@/components/share/share-target";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { CoverField } from "./cover-field";
import { SaveNote } from "./save-note";
import type { Saving } from "./use-autosave";
import { useDeleteItem } from "./use-delete-item";

type EditorHeadProps = {
	target: ShareTarget;
	/** The heading says what is edited; the title itself stands in its field. */
	heading: string;
	saving: Saving;
	/** The fields beside the cover. */
	children: ReactNode;
	actions?: ReactNode;
	/** Further lines of its menu. */
	menu?: ReactNode;
	/** How many links of it are live. */
	links: number;
	/** Whether it has a cover to choose. */
	cover?: boolean;
	/** Called when the share dialog closes. */
	onShared?: () => void;
};

/** The head of an editor: the way back, the cover, the fields, Share and Delete, and whether all is saved. */
export function EditorHead({ target, heading, saving, children, actions, menu, links, cover = true, onShared }: EditorHeadProps) {
	const router = useRouter();
	const remove = useDeleteItem();
	return (
		<>
			{/* Stays in sight: whoever types further down must see that it is not saved. */}
			<div className="sticky top-14 z-10 -mx-4 mb-5 flex items-center justify-between gap-3 bg-paper/90 px-4 py-1 backdrop-blur-lg sm:top-0 sm:-mx-6 sm:px-6">
				<Link
					href="/dashboard"
					className="-ml-2 flex items-center gap-2 rounded-full px-2 py-1.5 text-sm font-medium text-ink-2 hover:bg-sunken hover:text-ink"
				>
					<ArrowLeft aria-hidden="true" className="size-[1.125rem]" /> Library
				</Link>
				<div className="flex flex-wrap items-center justify-end gap-x-4">
					<PeopleNote itemId={target.id} />
					<SaveNote {...saving} />
				</div>
			</div>
			<h1 className="sr-only">
				{heading}: {target.title}
			</h1>
			<div className={clsx("grid grid-cols-[minmax(0,1fr)] gap-6 sm:gap-8", cover && "sm:grid-cols-[13rem_minmax(0,1fr)]")}>
				{cover && <CoverField itemId={target.id} title={target.title} thumbnail={target.thumbnail} />}
				<div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
					{children}
					<div className="flex flex-wrap items-center gap-2">
						<ShareButton target={target} onClose={onShared} />
						{actions}
						<Menu
							align="start"
							trigger={
								<Button icon aria-label="More">
									<Ellipsis />
								</Button>
							}
						>
							{menu}
							<MenuItem danger onSelect={() => void remove({ ...target, links }, (gone) => gone && router.push("/dashboard"))}>
								<Trash2 aria-hidden="true" /> Delete {kindLook[target.kind].label.toLowerCase()}
							</MenuItem>
						</Menu>
					</div>
				</div>
			</div>
		</>
	);
}
