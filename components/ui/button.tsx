import { clsx } from "clsx";
import type { ComponentProps, MouseEvent } from "react";

type ButtonLook = {
	tone?: "plain" | "primary" | "quiet" | "danger";
	size?: "s" | "m" | "l";
	/** As wide as high, for a lone icon (which then needs an `aria-label`). */
	icon?: boolean;
};

const tones = {
	plain: "border-line-strong bg-surface text-ink hover:bg-sunken",
	primary: "border-transparent bg-accent text-brand-ink hover:opacity-90",
	quiet: "border-transparent bg-transparent text-ink hover:bg-sunken",
	danger: "border-transparent bg-bad-soft text-bad hover:opacity-85",
};
const sizes = { s: "h-9 text-sm", m: "h-11", l: "h-[3.125rem]" };
const squares = { s: "w-9", m: "w-11", l: "w-[3.125rem]" };
const gaps = { s: "px-3.5", m: "px-[1.125rem]", l: "px-6" };

/** The look of a button, for links that act like one. */
export function buttonClass({ tone = "plain", size = "m", icon = false }: ButtonLook = {}, extra?: string): string {
	return clsx(
		"inline-flex shrink-0 items-center justify-center gap-2 rounded-full border font-[550] whitespace-nowrap select-none",
		"transition-[background-color,opacity] disabled:pointer-events-none disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50 [&_svg]:size-5 [&_svg]:shrink-0",
		tones[tone],
		sizes[size],
		icon ? squares[size] : gaps[size],
		extra,
	);
}

type ButtonProps = ComponentProps<"button"> &
	ButtonLook & { /** Hears no press for now. Unlike `disabled` it keeps the focus. */ held?: boolean };

export function Button({ tone, size, icon, className, type = "button", held = false, ...props }: ButtonProps) {
	const hold = held && { "aria-disabled": true, onClick: (event: MouseEvent) => event.preventDefault() };
	return <button type={type} className={buttonClass({ tone, size, icon }, className)} {...props} {...hold} />;
}
