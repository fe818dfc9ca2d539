import { Chip } from "@/components/ui/chip";

type DocumentHeadProps = { title: string; category: string; ownerName: string };

/** The head of a shared list, note or whiteboard: what it is called, and who shared it. */
export function DocumentHead({ title, category, ownerName }: DocumentHeadProps) {
	return (
		<header>
			{category && (
				<Chip className="mb-3.5">
					<bdi className="truncate">{category}</bdi>
				</Chip>
			)}
			<h1 dir="auto" className="text-left text-[2rem] wrap-anywhere sm:text-[2.75rem]">
				{title}
			</h1>
			<p className="mt-2 text-ink-2 wrap-anywhere">
				Shared by <bdi className="font-[550] text-ink">{ownerName}</bdi>
			</p>
		</header>
	);
}
