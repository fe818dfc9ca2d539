import { Field } from "@/components/ui/field";

type TitleFieldProps = {
	/** "song" */
	what: string;
	/** What its family calls it. */
	label?: "Title" | "Name";
	most?: number;
	value: string;
	error: string | undefined;
	/** `save` is false for one that cannot be stored: nothing is without a title. */
	onChange: (value: string, save: boolean) => void;
};

/** What a thing is called, large, at the head of its editor. */
export function TitleField({ what, label = "Title", most = 200, value, error, onChange }: TitleFieldProps) {
	return (
		<Field
			label={label}
			dir="auto"
			autoComplete="off"
			maxLength={most}
			value={value}
			error={value.trim() ? error : `A ${what} needs a ${label.toLowerCase()}.`}
			className="font-display text-xl! font-[650]!"
			onChange={({ target }) => onChange(target.value, target.value.trim() !== "")}
		/>
	);
}
