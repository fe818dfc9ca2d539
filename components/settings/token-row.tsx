import { Button } from "@/components/ui/button";
import { LocalDay, TimeAgo } from "@/components/ui/time-text";
import type { TokenEntry } from "./model";

/** One token: its name, its age, its end. */
export function TokenRow({ token: { name, createdAt, expiresAt }, onRevoke }: { token: TokenEntry; onRevoke: () => void }) {
	return (
		<li className="flex items-center gap-3 py-3">
			<div className="min-w-0 grow">
				<p dir="auto" className="truncate text-left font-[550]">
					{name}
				</p>
				<p className="mt-0.5 text-[0.8125rem] text-ink-3">
					Made <TimeAgo at={createdAt} /> ·{" "}
					{expiresAt ? (
						<>
							ends on <LocalDay at={expiresAt} />
						</>
					) : (
						"lasts until you revoke it"
					)}
				</p>
			</div>
			<Button size="s" aria-label={`Revoke ${name}`} onClick={onRevoke}>
				Revoke
			</Button>
		</li>
	);
}
