"use client";

import { Ellipsis, Pencil, Share2, Trash2 } from "lucide-react";
import Link from "next/link";
import { lazy } from "react";
import { Button } from "@/components/ui/button";
import { useLazyOpen } from "@/components/ui/lazy-open";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { LibraryItem } from "./library-item";

const ShareDialog = lazy(async () => ({ default: (await import("@/components/share/share-dialog")).ShareDialog }));

/** What can be done with a thing in the library. */
export function ItemMenu({ item, onDelete }: { item: LibraryItem; onDelete: () => void }) {
	const { open, setOpen, whenWanted } = useLazyOpen();
	return (
		<div className="relative z-1 -mr-1">
			<Menu
				trigger={
					<Button tone="quiet" size="s" icon aria-label={`More for ${item.title}`}>
						<Ellipsis />
					</Button>
				}
			>
				<MenuItem onSelect={() => setOpen(true)}>
					<Share2 aria-hidden="true" /> Share
				</MenuItem>
				<MenuItem asChild>
					<Link href={`/dashboard/${item.kind}/${item.id}`}>
						<Pencil aria-hidden="true" /> Edit
					</Link>
				</MenuItem>
				<MenuItem danger onSelect={onDelete}>
					<Trash2 aria-hidden="true" /> Delete
				</MenuItem>
			</Menu>
			{whenWanted(<ShareDialog target={item} open={open} onOpenChange={setOpen} />)}
		</div>
	);
}
