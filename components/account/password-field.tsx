"use client";

import { type ComponentProps, useState } from "react";
import { Field } from "@/components/ui/field";

/** The password, with a way to look at what one has typed. */
export function PasswordField({
	label = "Password",
	showLabel = label === "Password" ? undefined : `Show ${label.toLowerCase()}`,
	...props
}: Omit<ComponentProps<typeof Field>, "label" | "type" | "aside"> & { label?: string; showLabel?: string | undefined }) {
	const [shown, setShown] = useState(false);
	return (
		<Field
			{...props}
			label={label}
			type={shown ? "text" : "password"}
			aside={
				<button
					type="button"
					aria-pressed={shown}
					aria-label={showLabel}
					onClick={() => setShown(!shown)}
					className="-my-1 rounded-sm px-1.5 py-1 text-[0.8125rem] text-ink-3 hover:text-ink"
				>
					Show
				</button>
			}
		/>
	);
}
