import { CopyField } from "@/components/ui/copy-field";
import { LocalDay } from "@/components/ui/time-text";
import type { Invitations } from "./model";
import { Section } from "./section";

const sources: Record<string, string> = {
	session_share: "Came by something you shared",
	direct_link: "Came by your invitation",
	landing_page: "Came by your invitation",
};

const steps = [
	"Hand out your link. What you share counts too: whoever signs up from one of your shared pages was invited by you.",
	"They create an account within 30 days, in the browser in which they opened it.",
	"You get 10 credits and they start with 25. Once for each person, and not for yourself.",
];

/** The link to hand out, and what came of it. */
export function InviteFriends({ invitations: { link, total, credits, history } }: { invitations: Invitations }) {
	return (
		<main id="content" className="mx-auto grid max-w-[44rem] grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-2 pb-10 sm:px-6 sm:pt-7">
			<h1 className="mb-1 text-[1.75rem] sm:text-[2rem]">Invite friends</h1>
			<dl className="grid grid-cols-2 gap-3">
				{[
					{ label: "People invited", value: total },
					{ label: "Credits", value: credits },
				].map(({ label, value }) => (
					<div key={label} className="flex flex-col-reverse rounded-lg border border-line bg-surface px-4 py-3.5">
						<dt className="text-[0.8125rem] text-ink-3">{label}</dt>
						<dd className="font-display text-[1.75rem] font-[650] tabular-nums">{value.toLocaleString("en")}</dd>
					</div>
				))}
			</dl>
			<Section title="Your link">
				<CopyField label="Invitation link" value={link} action="Copy link" done="Link copied" />
			</Section>
			<Section title="Who came">
				{history.length === 0 ? (
					<p className="text-ink-3">Nobody yet. It shows here as soon as somebody signs up through your link.</p>
				) : (
					<ul className="-my-3 divide-y divide-line">
						{history.map(({ date, credits, source }, place) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown, and two people may come in the same moment.
							<li key={place} className="flex items-center justify-between gap-3 py-3">
								<div>
									<p>{sources[source] ?? "Came by your invitation"}</p>
									<p className="mt-0.5 text-[0.8125rem] text-ink-3">
										<LocalDay at={date} />
									</p>
								</div>
								<span className="font-[550] whitespace-nowrap text-good tabular-nums">+{credits}</span>
							</li>
						))}
					</ul>
				)}
				{total > history.length && (
					<p className="mt-5 text-sm text-ink-3">And {(total - history.length).toLocaleString("en")} before them.</p>
				)}
			</Section>
			<Section title="How it works">
				<ol className="grid list-decimal gap-2 pl-5 text-ink-2 marker:text-ink-3">
					{steps.map((step) => (
						<li key={step}>{step}</li>
					))}
				</ol>
			</Section>
		</main>
	);
}
