"use client";

import { useRouter } from "next/navigation";
import { api } from "@/components/api";
import { Confirm } from "@/components/ui/confirm";
import { toast } from "@/components/ui/toast";

type TurnOffLinkProps = {
	shareId: string;
	title: string;
	open: boolean;
	onOpenChange: (open: boolean) => void;
	onDone: (worked: boolean) => void;
};

/** Asks, then ends a link for good. `onDone(true)` is called at once; `onDone(false)` takes it back should the server refuse. */
export function TurnOffLink({ shareId, title, open, onOpenChange, onDone }: TurnOffLinkProps) {
	const router = useRouter();

	async function turnOff() {
		onDone(true);
		const answer = await api("DELETE", `/api/share/${shareId}`);
		router.refresh();
		// What is gone already is as good as turned off.
		if (answer.ok || answer.status === 404) return toast("Link turned off", "good");
		onDone(false);
		return toast(answer.message, "bad");
	}

	return (
		<Confirm
			open={open}
			onOpenChange={onOpenChange}
			title="Turn off this link?"
			text={`Nobody will get in through this link to “${title}” any more, and it cannot be turned on again. Sharing again makes a new link.`}
			action="Turn off link"
			cancel="Keep link"
			onConfirm={() => void turnOff()}
		/>
	);
}
