"use client";

import { ChevronDown } from "lucide-react";
import { Content, Root, Trigger } from "radix-ui/collapsible";
import { type ReactNode, Suspense, useState } from "react";
import { Skeleton } from "./skeleton";

type FoldProps = { title: string; children: ReactNode; className?: string; onOpen?: () => void };

/** A matter that unfolds under its name. What is in it may be loaded then, and is shaped by a skeleton meanwhile. */
export function Fold({ title, children, className, onOpen }: FoldProps) {
	const [open, setOpen] = useState(false);
	return (
		<Root
			open={open}
			onOpenChange={(next) => {
				setOpen(next);
				if (next) onOpen?.();
			}}
			className={className}
		>
			<Trigger className="group -mx-2 flex min-h-11 w-[calc(100%+1rem)] items-center justify-between gap-3 rounded-sm px-2 text-left font-[550] hover:bg-sunken">
				{title}
				<ChevronDown
					aria-hidden="true"
					className="size-[1.125rem] shrink-0 text-ink-3 transition-transform group-data-[state=open]:rotate-180 motion-reduce:transition-none"
				/>
			</Trigger>
			<Content className="animate-in pt-1.5 pb-1">
				<Suspense fallback={<Skeleton className="h-24 w-full" />}>{children}</Suspense>
			</Content>
		</Root>
	);
}
