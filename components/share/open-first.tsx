"use client";

import { FormError } from "@/components/account/form-error";
import { SubmitButton } from "@/components/account/submit-button";
import { NeedsScript } from "./needs-script";
import { useWayIn } from "./use-way-in";
import { viewMemory } from "./view-memory";

/** Spends one of a link's openings when it is pressed, and shows the page. */
export function OpenFirst({ shareId }: { shareId: string }) {
	const { held, problem, send } = useWayIn(`/api/open/${shareId}`, viewMemory(shareId).note);
	return (
		<form
			method="post"
			onSubmit={(event) => {
				event.preventDefault();
				void send({ referrer: document.referrer });
			}}
			className="relative mx-auto grid w-72 max-w-full gap-[1.125rem]"
		>
			<FormError message={problem} />
			<SubmitButton held={held}>{held ? "One moment…" : "Open"}</SubmitButton>
			<NeedsScript />
		</form>
	);
}
