"use client";

import { Headphones, Ticket } from "lucide-react";
import { counted } from "@/components/ui/count-text";
import { Field } from "@/components/ui/field";
import { kindLook } from "./kind-look";
import type { ListenKind } from "./model";
import { PolicyRow } from "./policy-row";
import type { PolicyForm } from "./use-policy-form";

type PolicyLimitsProps = { form: PolicyForm /** How many openings are spent. */; openings: number; kind: ListenKind };

/** How often a link opens, and how much of it is heard without an account. */
export function PolicyLimits({ form: { draft, change, errors }, openings, kind }: PolicyLimitsProps) {
	const limited = draft.maxViews !== null;
	const asks = draft.playLimit !== null;
	return (
		<>
			<PolicyRow
				icon={Ticket}
				title="Limit openings"
				hint={limited ? `${counted(openings, "opening")} used so far` : "As many as there are people"}
				on={limited}
				onTurn={(on) => change({ maxViews: on ? "20" : null })}
			>
				<Field
					label="Openings"
					type="number"
					inputMode="numeric"
					min={1}
					max={2_147_483_647}
					hint="Whoever opened it once can come back for a day"
					value={draft.maxViews ?? ""}
					onChange={(event) => change({ maxViews: event.target.value })}
					error={errors.maxViews}
				/>
			</PolicyRow>
			{kindLook[kind].isHeard && (
				<PolicyRow
					icon={Headphones}
					title="Limit free plays"
					hint={asks ? "Then people are asked to sign up" : "Everybody can listen to all of it"}
					on={asks}
					onTurn={(on) => change({ playLimit: on ? "3" : null })}
				>
					<Field
						label="Plays without an account"
						type="number"
						inputMode="numeric"
						min={1}
						max={1_000}
						value={draft.playLimit ?? ""}
						onChange={(event) => change({ playLimit: event.target.value })}
						error={errors.playLimit}
					/>
				</PolicyRow>
			)}
		</>
	);
}
