import { ListChecks } from "lucide-react";
import { useState } from "react";
import { authPath } from "@/components/account/next-path";
import { Button, buttonClass } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { toast } from "@/components/ui/toast";
import { useInside } from "../room-context";

/** Keeps the results as a list. The host's is shown to everybody. */
export function SaveResults() {
	const { code, data, isHost, isSignedIn, ask } = useInside();
	const [own, setOwn] = useState<string | null>(null);
	const [isSaving, setSaving] = useState(false);
	const url = data.savedUrl ?? own;

	async function save() {
		setSaving(true);
		const answer = await ask<{ shareUrl: string }>("POST", "/api/session/save");
		setSaving(false);
		if (!answer.ok) return;
		setOwn(answer.data.shareUrl);
		void toast("Saved as a list in your library", "good");
	}

	if (url)
		return (
			<div className="grid w-full max-w-[32.5rem] gap-2">
				<CopyField label="Link of the list" value={url} action="Copy link" done="Link copied" />
				<a href={url} className="justify-self-center rounded-sm font-[550] underline underline-offset-4">
					Open the list
				</a>
			</div>
		);
	if (isSignedIn)
		return (
			<Button held={isSaving} onClick={() => void save()}>
				<ListChecks aria-hidden="true" /> Save as a list
			</Button>
		);
	if (!isHost) return null;
	return (
		<a href={authPath("/signin", `/room/${code}`)} className={buttonClass()}>
			<ListChecks aria-hidden="true" /> Log in to save as a list
		</a>
	);
}
