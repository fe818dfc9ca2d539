import { Field } from "@/components/ui/field";
import { filmYears } from "@/lib/rooms/movie";

/** Two years as they are typed; empty for none. */
export type TypedYears = { from: string; to: string };

const isYear = (typed: string) => /^\d{4}$/.test(typed) && Number(typed) >= filmYears.from && Number(typed) <= filmYears.to;
const yearOf = (typed: string) => (isYear(typed) ? Number(typed) : undefined);

/** The years, as far as they are years. */
export const yearsOf = ({ from, to }: TypedYears) => ({ from: yearOf(from), to: yearOf(to) });

/** From which year to which. */
export function YearFields({ years, onChange }: { years: TypedYears; onChange: (years: TypedYears) => void }) {
	return (
		<div className="grid grid-cols-2 gap-3">
			<YearField label="From year" value={years.from} onChange={(from) => onChange({ ...years, from })} />
			<YearField label="To year" value={years.to} onChange={(to) => onChange({ ...years, to })} />
		</div>
	);
}

function YearField({ label, value, onChange }: { label: string; value: string; onChange: (typed: string) => void }) {
	return (
		<Field
			label={label}
			inputMode="numeric"
			autoComplete="off"
			maxLength={4}
			placeholder="Any"
			value={value}
			onChange={(event) => onChange(event.target.value.replace(/\D/g, ""))}
		/>
	);
}
