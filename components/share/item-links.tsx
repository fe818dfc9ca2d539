"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { api } from "@/components/api";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { Field } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { CopyLinkButton } from "./copy-link-button";
import type { OwnShare } from "./model";
import { ShareState } from "./share-state";

const nameOf = ({ label }: OwnShare) => label || "Link without a label";

/** The other links to the same thing: each with its own address, settings and counts. */
export function ItemLinks({ itemId }: { itemId: string }) {
	const router = useRouter();
	const [links, setLinks] = useState<OwnShare[] | null>(null);
	const [label, setLabel] = useState("");
	const [error, setError] = useState<string>();
	const [busy, setBusy] = useState(false);
	const path = `/api/items/${itemId}/shares`;

	useEffect(() => {
		let wanted = true;
		void api<{ shares: OwnShare[] }>("GET", path).then((answer) => {
			if (!wanted) return;
			setLinks(answer.ok ? answer.data.shares.filter(({ primary }) => !primary) : []);
			if (!answer.ok) void tellFailure(answer);
		});
		return () => {
			wanted = false;
		};
	}, [path]);

	async function make(event: FormEvent) {
		event.preventDefault();
		if (busy) return;
		setBusy(true);
		const answer = await api<{ share: OwnShare }>("POST", path, { body: { label } });
		setBusy(false);
		if (!answer.ok) return answer.fields.label ? setError(answer.fields.label) : void tellFailure(answer);
		setLinks((now) => [...(now ?? []), answer.data.share]);
		setLabel("");
		router.refresh();
		void toast("Link made", "good");
	}

	return (
		<div className="grid grid-cols-[minmax(0,1fr)] gap-3">
			{links === null && <Skeleton className="h-14 w-full" />}
			{links && links.length > 0 && (
				<ul aria-label="Further links" className="rounded-lg border border-line">
					{links.map((link) => (
						<li key={link.id} className="flex items-center gap-2 border-t border-line py-2 pr-1.5 pl-3.5 first:border-0">
							<div className="min-w-0 grow">
								<Link href={`/dashboard/shares/${link.id}`} className="block rounded-sm text-sm font-[550] hover:underline">
									<bdi className="block truncate">{nameOf(link)}</bdi>
								</Link>
								<p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.8125rem] text-ink-3">
									<ShareState state={link.state} />
									{counted(link.viewCount, "view")}
								</p>
							</div>
							<CopyLinkButton url={link.url} of={nameOf(link)} />
						</li>
					))}
				</ul>
			)}
			<form method="post" noValidate onSubmit={(event) => void make(event)} className="flex items-start gap-2">
				<div className="min-w-0 grow">
					<Field
						label="Label of a new link"
						dir="auto"
						autoComplete="off"
						maxLength={60}
						hint="With its own address, settings and counts"
						value={label}
						onChange={(event) => {
							setLabel(event.target.value);
							setError(undefined);
						}}
						error={error}
					/>
				</div>
				<Button type="submit" className="mt-[1.6875rem]" held={busy}>
					New link
				</Button>
			</form>
		</div>
	);
}
