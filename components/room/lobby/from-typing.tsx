import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { TextField } from "@/components/ui/field";
import { typedFilms } from "../film";
import { addFilms } from "./change-ballot";
import type { Ballot } from "./use-ballot";

/** Takes films as somebody types or pastes them. */
export function FromTyping({ ballot }: { ballot: Ballot }) {
	const [text, setText] = useState("");
	const [added, setAdded] = useState(0);
	const films = typedFilms(text);

	function add(event: FormEvent) {
		event.preventDefault();
		if (films.length === 0) return;
		const { count } = addFilms(ballot, films);
		setAdded(count);
		setText("");
	}

	return (
		<form onSubmit={add} className="grid gap-3">
			<TextField
				label="Titles, one a line"
				hint={added > 0 && text === "" ? `${counted(added, "movie")} added.` : "The year may stand behind: Safety Last! (1923)"}
				dir="auto"
				rows={4}
				maxLength={8_000}
				className="max-h-72"
				value={text}
				onChange={(event) => setText(event.target.value)}
			/>
			<Button type="submit" held={films.length === 0} className="justify-self-start">
				{films.length > 0 ? `Add ${counted(films.length, "movie")}` : "Add movies"}
			</Button>
		</form>
	);
}
