import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";
import { fieldClass } from "./field-class";
import { Select } from "./select";

type Frame = {
	label: string;
	/** What is wrong, and what to do about it. */
	error?: string | undefined;
	/** The error is the answer to what was just sent, and read out at once. */
	isAnswer?: boolean;
	hint?: string;
	/** Stands at the right of the label. */
	aside?: ReactNode;
};

function useFrame({ label, error, isAnswer, hint, aside }: Frame) {
	const id = useId();
	const noteId = `${id}-note`;
	const note = error ?? hint;
	return {
		attributes: { id, "aria-invalid": error ? true : undefined, "aria-describedby": note ? noteId : undefined },
		frame: (control: ReactNode) => (
			<div className="min-w-0">
				<div className="mb-1.5 flex items-baseline justify-between gap-3">
					<label htmlFor={id} className="min-w-0 text-sm font-medium wrap-anywhere">
						{label}
					</label>
					{aside}
				</div>
				{control}
				<p
					id={noteId}
					{...(isAnswer ? { role: "alert" } : { "aria-live": "polite" })}
					className={clsx("text-[0.8125rem]", note && "mt-1.5", error ? "text-bad" : "text-ink-3")}
				>
					{note}
				</p>
			</div>
		),
	};
}

/** One line of text with its label, a hint, and its error beside it. */
export function Field({ label, error, isAnswer, hint, aside, className, ...props }: ComponentProps<"input"> & Frame) {
	const { attributes, frame } = useFrame({ label, error, isAnswer, hint, aside });
	return frame(<input {...attributes} {...props} className={clsx(fieldClass, "h-11", className)} />);
}

/** Several lines of text, likewise. */
export function TextField({ label, error, hint, aside, className, ...props }: ComponentProps<"textarea"> & Frame) {
	const { attributes, frame } = useFrame({ label, error, hint, aside });
	return frame(
		<textarea {...attributes} {...props} className={clsx(fieldClass, "field-sizing-content min-h-20 resize-y py-2.5", className)} />,
	);
}

/** A choice of a few, likewise; `children` are its options. */
export function SelectField({ label, error, hint, aside, ...props }: ComponentProps<"select"> & Frame) {
	const { attributes, frame } = useFrame({ label, error, hint, aside });
	return frame(<Select {...attributes} {...props} />);
}
