"use client";

import { clsx } from "clsx";
import { type ComponentProps, useEffect, useRef } from "react";
import { fieldClass } from "./field-class";

/**
 * A text to be taken along, in a field that cannot be written in: a press selects all of it. Where it is longer than its field the
 * end is shown, which is what tells one link from another. `ended`: it is no longer good.
 */
export function WholeText({ value, ended, ...props }: ComponentProps<"input"> & { value: string; ended?: boolean }) {
	const field = useRef<HTMLInputElement>(null);
	const showEnd = () => field.current?.scrollTo(field.current.scrollWidth, 0);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another text has another end
	useEffect(() => {
		showEnd();
		// Until then it stands in another font, and is not as long.
		void document.fonts.ready.then(showEnd);
	}, [value]);

	return (
		<input
			{...props}
			ref={field}
			readOnly
			value={value}
			onFocus={(event) => event.target.select()}
			onBlur={showEnd}
			className={clsx(fieldClass, "h-11 min-w-0 border-transparent! bg-sunken! text-sm text-ink-2!", ended && "line-through")}
		/>
	);
}
