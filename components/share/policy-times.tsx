"use client";

import { CalendarClock, Clock } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toLocalInput } from "./policy-draft";
import { PolicyRow } from "./policy-row";
import type { PolicyForm } from "./use-policy-form";

const soon = [
	{ label: "In a day", days: 1 },
	{ label: "In a week", days: 7 },
	{ label: "In a month", days: 30 },
];

/** So many days from now, as the field has it. */
export function inDays(days: number): string {
	const at = new Date();
	at.setDate(at.getDate() + days);
	return toLocalInput(at);
}

/** From when until when a link opens. */
export function PolicyTimes({ form: { draft, change, errors } }: { form: PolicyForm }) {
	const expires = draft.expiresAt !== null;
	const later = draft.startsAt !== null;
	return (
		<>
			<PolicyRow
				icon={Clock}
				title="Expires"
				hint={expires ? "Then it opens for nobody" : "Never"}
				on={expires}
				onTurn={(on) => change({ expiresAt: on ? inDays(7) : null })}
			>
				<Field
					label="Expires at"
					type="datetime-local"
					max="9999-12-31T23:59"
					value={draft.expiresAt ?? ""}
					onChange={(event) => change({ expiresAt: event.target.value })}
					error={errors.expiresAt}
				/>
				<div className="flex flex-wrap gap-1.5">
					{soon.map(({ label, days }) => (
						<Button key={label} size="s" onClick={() => change({ expiresAt: inDays(days) })}>
							{label}
						</Button>
					))}
				</div>
			</PolicyRow>
			<PolicyRow
				icon={CalendarClock}
				title="Opens later"
				hint={later ? "Until then it only says when" : "It opens at once"}
				on={later}
				onTurn={(on) => change({ startsAt: on ? inDays(1) : null })}
			>
				<Field
					label="Opens at"
					type="datetime-local"
					max="9999-12-31T23:59"
					value={draft.startsAt ?? ""}
					onChange={(event) => change({ startsAt: event.target.value })}
					error={errors.startsAt}
				/>
			</PolicyRow>
		</>
	);
}
