"use client";

import { useId, useRef, useState } from "react";
import { api } from "@/components/api";
import { Field } from "@/components/ui/field";

type CategoryFieldProps = { value: string; error?: string | undefined; onChange: (value: string) => void };

/** A word to sort by. Those that the owner used before are offered, and asked for when they may be wanted. */
export function CategoryField({ value, error, onChange }: CategoryFieldProps) {
	const id = useId();
	const asked = useRef(false);
	const [known, setKnown] = useState<readonly string[]>([]);

	async function ask() {
		if (asked.current) return;
		asked.current = true;
		const answer = await api<{ categories: string[] }>("GET", "/api/items/categories");
		if (answer.ok) setKnown(answer.data.categories);
		else asked.current = false;
	}

	return (
		<>
			<Field
				label="Category"
				dir="auto"
				autoComplete="off"
				list={id}
				maxLength={60}
				placeholder="None"
				value={value}
				error={error}
				onFocus={() => void ask()}
				onChange={({ target }) => onChange(target.value)}
			/>
			<datalist id={id}>
				{known.map((category) => (
					<option key={category} value={category} />
				))}
			</datalist>
		</>
	);
}
