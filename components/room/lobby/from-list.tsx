import { useEffect, useState } from "react";
import { authPath } from "@/components/account/next-path";
import { api } from "@/components/api";
import { Button, buttonClass } from "@/components/ui/button";
import { quoted } from "@/components/ui/quoted";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useInside } from "../room-context";
import type { Ballot } from "./use-ballot";

type List = { id: string; title: string };

/** Takes the films that stand on one of one's own lists, in place of those on the ballot. */
export function FromList({ ballot }: { ballot: Ballot }) {
	const { code, isSignedIn } = useInside();
	if (isSignedIn) return <OwnLists ballot={ballot} />;
	return (
		<div className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-sunken px-3.5 py-3">
			<p className="text-ink-2">Log in to vote on one of your lists. You will come right back.</p>
			<a href={authPath("/signin", `/room/${code}`)} className={buttonClass({ size: "s" })}>
				Log in
			</a>
		</div>
	);
}

function OwnLists({ ballot }: { ballot: Ballot }) {
	const [lists, setLists] = useState<readonly List[] | "failed" | null>(null);

	useEffect(() => {
		let isOver = false;
		void api<{ items: List[] }>("GET", "/api/items?kind=list&sort=updated&limit=200").then(
			(answer) => isOver || setLists(answer.ok ? answer.data.items : "failed"),
		);
		return () => {
			isOver = true;
		};
	}, []);

	async function use({ id, title }: List) {
		const before = ballot.now();
		if (!(await ballot.take(id))) return;
		void toast(`The ballot is ${quoted(title)} now`, "good", before.length > 0 ? { undo: () => ballot.edit(() => before) } : {});
	}

	if (lists === null) return <Skeleton className="h-24" />;
	if (lists === "failed")
		return <p className="rounded-md bg-sunken px-3.5 py-3 text-ink-2">Your lists cannot be read just now. Try again in a moment.</p>;
	if (lists.length === 0)
		return (
			<p className="rounded-md bg-sunken px-3.5 py-3 text-ink-2">You have no lists yet. One with a title on each line becomes a ballot.</p>
		);
	return (
		<ul aria-label="Your lists" className="max-h-72 overflow-y-auto rounded-md border border-line px-3">
			{lists.map((list) => (
				<li key={list.id} className="relative flex min-h-12 items-center gap-3 border-t border-line py-2 first:border-0">
					<span dir="auto" className="line-clamp-2 min-w-0 flex-1 text-left font-[550] wrap-anywhere">
						{list.title}
					</span>
					<Button size="s" onClick={() => void use(list)}>
						Use
						<span className="sr-only">
							{" "}
							<bdi>{list.title}</bdi>
						</span>
					</Button>
				</li>
			))}
		</ul>
	);
}
