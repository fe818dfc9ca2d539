import type { MyShare } from "./model";
import { ShareRow, shareColumns } from "./share-row";

const heads = ["Link", "State", "Views", "Plays", "Last opened"];
const numbers = ["Views", "Plays"];

/** Links as a table; on a phone its head is only read out. */
export function ShareTable({ shares, onTurnOff }: { shares: readonly MyShare[]; onTurnOff: (share: MyShare) => void }) {
	return (
		<table aria-label="Links" className="block rounded-lg border border-line bg-surface">
			<thead className="block max-md:sr-only">
				<tr className={`${shareColumns} py-2.5 text-left text-[0.8125rem] text-ink-3`}>
					<th className="font-normal">
						<span className="sr-only">Cover</span>
					</th>
					{heads.map((head) => (
						<th key={head} className={numbers.includes(head) ? "text-right font-normal" : "font-normal"}>
							{head}
						</th>
					))}
					<th className="font-normal">
						<span className="sr-only">Actions</span>
					</th>
				</tr>
			</thead>
			<tbody className="block max-md:[&>tr:first-child]:border-0">
				{shares.map((share) => (
					<ShareRow key={share.shareId} share={share} onTurnOff={() => onTurnOff(share)} />
				))}
			</tbody>
		</table>
	);
}
