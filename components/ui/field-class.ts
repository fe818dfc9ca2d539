/** The look of a text field. */
export const fieldClass =
	"w-full rounded-md border border-line-strong bg-surface px-3.5 text-ink outline-offset-0 transition-[border-color] aria-invalid:border-bad";
