"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Confirm } from "@/components/ui/confirm";
import { quoted } from "@/components/ui/quoted";
import { toast } from "@/components/ui/toast";
import { askAccount } from "./ask-account";
import type { TokenEntry } from "./model";
import { NewToken } from "./new-token";
import { Section } from "./section";
import { TokenRow } from "./token-row";

/** The account's tokens: making one, and ending each. */
export function TokenSettings({ tokens: before }: { tokens: TokenEntry[] }) {
	const [tokens, setTokens] = useState(before);
	const [ending, setEnding] = useState<TokenEntry | null>(null);
	const [asking, setAsking] = useState(false);

	async function revoke(token: TokenEntry) {
		const rest = tokens.filter(({ id }) => id !== token.id);
		setTokens(rest);
		const answer = await askAccount("DELETE", `/api/tokens/${token.id}`);
		if (!answer) return;
		// What is gone already is as good as revoked.
		if (answer.ok || answer.status === 404) return toast("Token revoked", "good");
		setTokens(tokens);
		return toast(answer.message, "bad");
	}

	return (
		<>
			<NewToken onMade={(token) => setTokens((now) => [token, ...now])} />
			<Section title="Your tokens">
				{tokens.length === 0 ? (
					<p className="flex items-center gap-2.5 text-ink-3">
						<KeyRound aria-hidden="true" className="size-5 shrink-0" /> None yet. A program that signs in by itself appears here as well.
					</p>
				) : (
					<ul className="-my-3 divide-y divide-line">
						{tokens.map((token) => (
							<TokenRow
								key={token.id}
								token={token}
								onRevoke={() => {
									setEnding(token);
									setAsking(true);
								}}
							/>
						))}
					</ul>
				)}
			</Section>
			{ending && (
				<Confirm
					open={asking}
					onOpenChange={setAsking}
					title="Revoke this token?"
					text={`Whatever uses ${quoted(ending.name)} is locked out at once. A token cannot be brought back; you can make a new one.`}
					action="Revoke token"
					cancel="Keep token"
					onConfirm={() => void revoke(ending)}
				/>
			)}
		</>
	);
}
