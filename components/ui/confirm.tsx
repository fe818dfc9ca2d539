"use client";

import { Action, Cancel, Content, Description, Overlay, Portal, Root, Title } from "radix-ui/alert-dialog";
import { buttonClass } from "./button";
import { useReturnFocus } from "./use-return-focus";

type ConfirmProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	title: string;
	text: string;
	/** What the button does, as a verb: "Delete song". */
	action: string;
	/** What happens otherwise: "Keep it". */
	cancel: string;
	onConfirm: () => void;
};

/** Asks before something that cannot be taken back. The way out has the focus. */
export function Confirm({ open, onOpenChange, title, text, action, cancel, onConfirm }: ConfirmProps) {
	const focus = useReturnFocus();
	return (
		<Root open={open} onOpenChange={onOpenChange}>
			<Portal>
				<Overlay className="fixed inset-0 z-50 grid animate-in place-items-end overflow-y-auto bg-shade sm:place-items-center sm:p-6">
					<Content
						{...focus}
						className="w-full animate-sheet rounded-t-xl bg-surface p-6 pb-8 text-ink shadow-2 outline-none sm:w-[26rem] sm:animate-rise sm:rounded-b-xl sm:pb-6"
					>
						<Title className="line-clamp-4 text-[1.375rem] wrap-anywhere">{title}</Title>
						<Description className="mt-2.5 line-clamp-6 text-ink-2 wrap-anywhere">{text}</Description>
						<div className="mt-6 flex flex-wrap justify-end gap-2.5">
							<Cancel className={buttonClass({}, "max-sm:flex-1")}>{cancel}</Cancel>
							<Action className={buttonClass({ tone: "danger" }, "max-sm:flex-1")} onClick={onConfirm}>
								{action}
							</Action>
						</div>
					</Content>
				</Overlay>
			</Portal>
		</Root>
	);
}
