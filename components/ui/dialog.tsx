"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { Close, Content, Overlay, Portal, Root } from "radix-ui/dialog";
import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { useReturnFocus } from "./use-return-focus";

export { Description as DialogDescription, Title as DialogTitle } from "radix-ui/dialog";

type DialogProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	children: ReactNode;
	/** Sets the accent colour. */
	kind?: string;
	className?: string;
	/** The content has no `DialogDescription`. */
	plain?: boolean;
};

const isToast = (target: EventTarget | null) => target instanceof Element && target.closest("[data-sonner-toaster]") !== null;

/** A dialog: a card in the middle, a sheet from below on a phone. The content brings its own `DialogTitle`. */
export function Dialog({ open, onOpenChange, children, kind, className, plain }: DialogProps) {
	const focus = useReturnFocus();
	return (
		<Root open={open} onOpenChange={onOpenChange}>
			<Portal>
				<Overlay className="fixed inset-0 z-40 grid animate-in grid-cols-[minmax(0,1fr)] place-items-end overflow-y-auto bg-shade sm:place-items-center sm:p-6">
					<Content
						{...focus}
						// A toast lies above: to press its button is not to leave.
						onPointerDownOutside={(event) => isToast(event.target) && event.preventDefault()}
						data-kind={kind}
						{...(plain ? { "aria-describedby": undefined } : {})}
						className={clsx(
							"relative mt-10 w-full animate-sheet rounded-t-xl bg-surface text-ink shadow-2 outline-none",
							"pb-[max(1.75rem,env(safe-area-inset-bottom))] sm:mt-0 sm:w-[30rem] sm:animate-rise sm:rounded-b-xl sm:pb-0",
							className,
						)}
					>
						{children}
					</Content>
				</Overlay>
			</Portal>
		</Root>
	);
}

/** The cross in a dialog's corner. */
export function DialogClose({ className }: { className?: string }) {
	return (
		<Close aria-label="Close" className={buttonClass({ tone: "quiet", size: "s", icon: true }, className)}>
			<X />
		</Close>
	);
}
