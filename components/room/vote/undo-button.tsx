/** Takes the last vote back; a word in a line of text. */
export function UndoButton({ onUndo, disabled }: { onUndo: () => void; disabled: boolean }) {
	return (
		<button
			type="button"
			aria-disabled={disabled}
			aria-keyshortcuts="Backspace U"
			onClick={() => disabled || onUndo()}
			className="min-h-6 rounded-sm px-1 font-medium text-ink underline underline-offset-4 aria-disabled:cursor-default aria-disabled:text-ink-3 aria-disabled:no-underline"
		>
			Undo
		</button>
	);
}
