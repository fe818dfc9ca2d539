import { useId } from "react";
import { SelectField } from "@/components/ui/field";
import { fieldClass } from "@/components/ui/field-class";
import { Switch } from "@/components/ui/switch";
import { type Transition, transitions } from "../slide";

export type PaceValues = { intervalMin: string; intervalMax: string; transition: Transition; isManualMode: boolean };

const labels: Record<Transition, string> = { fade: "Fade", slide: "Slide", zoom: "Zoom", flip: "Flip", none: "None" };

/** What is wrong with the two numbers, or null. */
export function intervalProblem({ intervalMin, intervalMax }: Pick<PaceValues, "intervalMin" | "intervalMax">): string | null {
	const [least, most] = [Number(intervalMin), Number(intervalMax)];
	const isFine = (value: string, seconds: number) => value.trim() !== "" && seconds >= 1 && seconds <= 60;
	if (!isFine(intervalMin, least) || !isFine(intervalMax, most)) return "Choose between 1 and 60 seconds.";
	return least > most ? "The first number must not be more than the second." : null;
}

/** "5 to 8 s, fade" */
export function inShort({ intervalMin, intervalMax, transition, isManualMode }: PaceValues): string {
	const interval = intervalMin === intervalMax ? intervalMin : `${intervalMin} to ${intervalMax}`;
	const how = transition === "none" ? "no transition" : labels[transition].toLowerCase();
	return `${isManualMode ? "by hand" : `${interval} s`}, ${how}`;
}

type PaceFieldsProps = { values: PaceValues; error: string | undefined; onChange: (values: PaceValues) => void };

/** How a slideshow goes on: how long a picture stays, how one follows another, whether by hand. */
export function PaceFields({ values, error, onChange }: PaceFieldsProps) {
	const id = useId();
	const problem = intervalProblem(values) ?? error;
	const set = (change: Partial<PaceValues>) => onChange({ ...values, ...change });
	const seconds = (field: "intervalMin" | "intervalMax", label: string) => (
		<input
			type="number"
			inputMode="decimal"
			min={1}
			max={60}
			step="any"
			aria-label={label}
			aria-invalid={problem ? true : undefined}
			aria-describedby={`${id}-note`}
			disabled={values.isManualMode}
			value={values[field]}
			onChange={({ target: { value } }) => set({ [field]: value })}
			className={`${fieldClass} h-11 w-[4.5rem]! text-center tabular-nums disabled:opacity-50`}
		/>
	);
	return (
		<div className="grid gap-4 sm:grid-cols-2">
			<fieldset className="min-w-0">
				<legend className="mb-1.5 text-sm font-medium">Seconds a picture stays</legend>
				<div className="flex items-center gap-2">
					{seconds("intervalMin", "Seconds, at least")}
					<span className="text-ink-2">to</span>
					{seconds("intervalMax", "Seconds, at most")}
				</div>
				<p id={`${id}-note`} aria-live="polite" className={`mt-1.5 text-[0.8125rem] ${problem ? "text-bad" : "text-ink-3"}`}>
					{problem ?? "Chosen at random for each picture. A video plays to its end."}
				</p>
			</fieldset>
			<SelectField
				label="Transition"
				value={values.transition}
				onChange={({ target: { value } }) => set({ transition: transitions.find((each) => each === value) ?? "fade" })}
			>
				{transitions.map((each) => (
					<option key={each} value={each}>
						{labels[each]}
					</option>
				))}
			</SelectField>
			<div className="flex items-center gap-3 sm:col-span-2">
				<Switch id={`${id}-manual`} checked={values.isManualMode} onChange={(isManualMode) => set({ isManualMode })} />
				<label htmlFor={`${id}-manual`} className="text-sm font-medium">
					Go on by hand
				</label>
			</div>
		</div>
	);
}
