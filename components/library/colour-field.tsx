"use client";

import { clsx } from "clsx";
import { Check, Pipette } from "lucide-react";
import { Item, Root } from "radix-ui/radio-group";
import { useId } from "react";
import { tintStyle, tints } from "@/components/ui/tint";

const swatch =
	"relative grid size-8 place-items-center rounded-full bg-(--tint) text-(--tint-ink) ring-1 ring-ink/15 ring-inset [&_svg]:size-4";

/** A colour: one of ours, or any other. */
export function ColourField({ value, onChange }: { value: string; onChange: (hex: string) => void }) {
	const id = useId();
	const own = !tints.some(({ hex }) => hex === value.toUpperCase());
	return (
		<div className="min-w-0">
			<p id={id} className="mb-1.5 text-sm font-medium">
				Colour
			</p>
			<div className="flex min-h-11 flex-wrap items-center gap-1 sm:gap-1.5">
				<Root
					aria-labelledby={id}
					value={own ? "" : value.toUpperCase()}
					onValueChange={onChange}
					className="flex flex-wrap gap-1 sm:gap-1.5"
				>
					{tints.map(({ name, hex }) => (
						<Item key={hex} value={hex} aria-label={name} title={name} style={tintStyle(hex)} className={swatch}>
							{hex === value.toUpperCase() && <Check aria-hidden="true" strokeWidth={3} />}
						</Item>
					))}
				</Root>
				<label
					title="Another colour"
					style={own ? tintStyle(value) : undefined}
					className={clsx(
						own
							? swatch
							: "relative grid size-8 place-items-center rounded-full border border-dashed border-ink-3 text-ink-2 [&_svg]:size-4",
						"cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink",
					)}
				>
					<span className="sr-only">Another colour</span>
					{own ? <Check aria-hidden="true" strokeWidth={3} /> : <Pipette aria-hidden="true" />}
					<input
						type="color"
						value={value.toLowerCase()}
						onChange={({ target }) => onChange(target.value.toUpperCase())}
						className="absolute inset-0 size-full cursor-pointer opacity-0"
					/>
				</label>
			</div>
		</div>
	);
}
