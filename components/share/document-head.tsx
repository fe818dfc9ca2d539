import { Chip } from "@/components/ui/chip";

type DocumentHeadProps = { title: string; category: string; ownerName: string };

/** The longer a title, the smaller it is set, so that what it is the title of stays in sight. */
const sizeOf = (title: string) =>
	title.length > 90
		? "text-[1.375rem] sm:text-3xl"
		: title.length > 36
			? "text-[1.75rem] sm:text-[2.25rem]"
			: "text-[2rem] sm:text-[2.75rem]";

/** The head of a shared list, note or whiteboard: what it is called, and who shared it. */
export function DocumentHead({ title, category, ownerName }: DocumentHeadProps) {
	return (
		<header>
			{category && (
				<Chip className="mb-3.5">
					<bdi className="truncate">{category}</bdi>
				</Chip>
			)}
			<h1 dir="auto" className={`text-left wrap-anywhere ${sizeOf(title)}`}>
				{title}
			</h1>
			<p className="mt-2 text-ink-2 wrap-anywhere">
				Shared by <bdi className="font-[550] text-ink">{ownerName}</bdi>
			</p>
		</header>
	);
}
