/** Says, to whom it concerns, why the button above does nothing. */
export function NeedsScript() {
	return (
		<noscript>
			<p className="text-center text-sm text-pretty text-ink-2">
				This takes JavaScript, which is turned off in your browser. Turn it on and load the page again.
			</p>
		</noscript>
	);
}
