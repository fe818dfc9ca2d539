"use client";

import { clsx } from "clsx";
import { Content, Item, Portal, Root, Trigger } from "radix-ui/dropdown-menu";
import type { ComponentProps, ReactNode } from "react";

export {
	Label as MenuLabel,
	RadioGroup as MenuRadioGroup,
	Separator as MenuSeparator,
} from "radix-ui/dropdown-menu";

/** The look of one line of a menu. */
export const menuItemClass =
	"flex min-h-10 items-center gap-3 rounded-sm px-3 text-sm font-medium outline-none select-none data-highlighted:bg-sunken data-disabled:pointer-events-none data-disabled:opacity-50 [&_svg]:size-[1.125rem] [&_svg]:shrink-0";

/** A menu behind a button. `trigger` is the button itself. */
export function Menu({ trigger, children, align = "end" }: { trigger: ReactNode; children: ReactNode; align?: "start" | "end" }) {
	return (
		<Root modal={false}>
			<Trigger asChild>{trigger}</Trigger>
			<Portal>
				{/* What floats above the page stands in a landmark of its own. */}
				<section aria-label="Menu">
					<Content
						align={align}
						sideOffset={6}
						collisionPadding={12}
						className="z-50 max-w-[calc(100vw-1.5rem)] min-w-52 animate-rise rounded-lg border border-line bg-surface p-1.5 text-ink shadow-2"
					>
						{children}
					</Content>
				</section>
			</Portal>
		</Root>
	);
}

export function MenuItem({ danger, className, ...props }: ComponentProps<typeof Item> & { danger?: boolean }) {
	return <Item className={clsx(menuItemClass, danger && "text-bad", className)} {...props} />;
}
