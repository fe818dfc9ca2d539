"use client";

import { clsx } from "clsx";
import { Range, Root, Thumb, Track } from "radix-ui/slider";
import type { KeyboardEvent } from "react";

type SliderProps = {
	label: string;
	value: number;
	max: number;
	step: number;
	/** The value in words. */
	valueText: string;
	disabled?: boolean;
	className?: string;
	onChange: (value: number) => void;
	onCommit?: (value: number) => void;
	onKeyDown?: (event: KeyboardEvent) => void;
};

/** A slim slider with one thumb. */
export function Slider({ label, value, max, step, valueText, disabled, className, onChange, onCommit, onKeyDown }: SliderProps) {
	return (
		<Root
			className={clsx("group relative flex h-6 touch-none items-center data-disabled:opacity-50", className)}
			value={[value]}
			max={max}
			step={step}
			disabled={disabled}
			onKeyDown={onKeyDown}
			onValueChange={([next]) => next !== undefined && onChange(next)}
			onValueCommit={([next]) => next !== undefined && onCommit?.(next)}
		>
			<Track className="relative h-1 grow rounded-full bg-line-strong">
				<Range className="absolute h-full rounded-full bg-ink" />
			</Track>
			<Thumb
				aria-label={label}
				aria-valuetext={valueText}
				className="block size-3 rounded-full bg-ink transition-transform group-hover:scale-125"
			/>
		</Root>
	);
}
