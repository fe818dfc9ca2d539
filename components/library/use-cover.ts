import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { api } from "@/components/api";
import { toast } from "@/components/ui/toast";
import { uploadFile } from "@/components/upload/upload-file";
import { coverProblem } from "./cover-file";

/** Changes an item's cover. What was chosen is shown at once, and the old one again should the server refuse it. */
export function useCover(itemId: string, thumbnail: string | null) {
	const router = useRouter();
	// Undefined: what the server says.
	const [chosen, setChosen] = useState<string | null | undefined>(undefined);
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const [known, setKnown] = useState(thumbnail);
	if (known !== thumbnail) {
		setKnown(thumbnail);
		setChosen(undefined);
	}

	useEffect(() => {
		if (chosen?.startsWith("blob:")) return () => URL.revokeObjectURL(chosen);
	}, [chosen]);

	async function replace(file: File) {
		const wrong = coverProblem(file);
		setProblem(wrong);
		if (wrong) return;
		const before = chosen;
		setChosen(URL.createObjectURL(file));
		setBusy(true);
		const answer = await uploadFile<{ thumbnail: string }>(`/api/items/${itemId}/cover`, "file", file, { method: "PUT" }).answer;
		setBusy(false);
		if (answer.ok) {
			router.refresh();
			return toast("Cover saved", "good");
		}
		setChosen(before?.startsWith("blob:") ? undefined : before);
		setProblem(answer.fields.file ?? answer.message);
	}

	async function remove() {
		setProblem(null);
		setChosen(null);
		setBusy(true);
		const answer = await api("DELETE", `/api/items/${itemId}/cover`);
		setBusy(false);
		if (answer.ok) {
			router.refresh();
			return toast("Cover removed", "good");
		}
		setChosen(undefined);
		setProblem(answer.message);
	}

	const shown = chosen === undefined ? thumbnail : chosen;
	// A playlist without a cover of its own shows that of its first song, a slideshow its first picture.
	const own = shown !== null && (shown.startsWith("blob:") || shown.includes(`/items/${itemId}/cover`));
	return { shown, own, busy, problem, replace, remove };
}
