/** What is wrong with a form as a whole. */
export function FormError({ message }: { message: string | undefined }) {
	return (
		<div role="alert" className="empty:absolute">
			{message && <p className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm text-bad wrap-anywhere">{message}</p>}
		</div>
	);
}
