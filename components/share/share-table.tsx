import { useGrowing } from "@/components/ui/use-growing";
import type { ListedShare } from "./model";
import { ShareRow, shareColumns } from "./share-row";

const heads = [
	{ label: "Link" },
	{ label: "State" },
	{ label: "Last 30 days", look: "max-lg:hidden" },
	{ label: "Views", look: "text-right" },
	{ label: "Plays", look: "text-right" },
	{ label: "Last opened" },
];

type ShareTableProps = {
	shares: readonly ListedShare[];
	/** Ids of the links that are selected; null while nothing is. */
	selected: ReadonlySet<string> | null;
	onSelect: (id: string, on: boolean) => void;
	onTurn: (share: ListedShare, on: boolean) => void;
	onEnd: (share: ListedShare) => void;
};

/** Links as a table; on a phone its head is only read out. */
export function ShareTable({ shares, selected, onSelect, onTurn, onEnd }: ShareTableProps) {
	const { count, end, more } = useGrowing(shares.length);
	return (
		<>
			<table aria-label="Links" className="block overflow-clip rounded-lg border border-line bg-surface">
				<thead className="block max-md:sr-only">
					<tr className={`${shareColumns} py-2.5 text-left text-[0.8125rem] text-ink-3`}>
						<th className="font-normal">
							<span className="sr-only">{selected ? "Selected" : "Cover"}</span>
						</th>
						{heads.map(({ label, look = "" }) => (
							<th key={label} className={`font-normal ${look}`}>
								{label}
							</th>
						))}
						<th className="font-normal">
							<span className="sr-only">Actions</span>
						</th>
					</tr>
				</thead>
				<tbody className="block max-md:[&>tr:first-child]:border-0">
					{shares.slice(0, count).map((share) => (
						<ShareRow
							key={share.id}
							share={share}
							selected={selected ? selected.has(share.id) : null}
							onSelect={(on) => onSelect(share.id, on)}
							onTurn={(on) => onTurn(share, on)}
							onEnd={() => onEnd(share)}
						/>
					))}
				</tbody>
			</table>
			{more && <div ref={end} />}
		</>
	);
}
