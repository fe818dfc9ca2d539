import { SendHorizontal } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { firstFocus } from "@/components/ui/use-return-focus";
import { chatText } from "@/lib/live/events";
import { useInside } from "../room-context";

/** Where one says something. What could not be sent stays in the field. */
export function ChatField() {
	const { say } = useInside();
	const [text, setText] = useState("");
	const [problem, setProblem] = useState<string>();

	async function send(event: FormEvent) {
		event.preventDefault();
		if (text.trim() === "") return;
		const parsed = chatText.safeParse(text);
		if (!parsed.success) {
			setProblem(parsed.error.issues[0]?.message);
			return;
		}
		setText("");
		const refused = await say(parsed.data);
		setProblem(refused ?? undefined);
		if (refused) setText((now) => now || parsed.data);
	}

	return (
		<form onSubmit={send} className="mt-3 grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
			<Field
				label="Message"
				dir="auto"
				maxLength={500}
				autoComplete="off"
				enterKeyHint="send"
				value={text}
				error={problem}
				onChange={(event) => setText(event.target.value)}
				{...firstFocus}
			/>
			<Button type="submit" tone="primary" icon aria-label="Send" className={problem ? "mb-[1.6rem]" : ""}>
				<SendHorizontal />
			</Button>
		</form>
	);
}
