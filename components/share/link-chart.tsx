"use client";

import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useBrowserValue } from "@/components/ui/use-browser-value";
import { dayText } from "./day-text";
import type { LinkStats } from "./model";

const axis = { stroke: "var(--color-line-strong)", tick: { fill: "var(--color-ink-3)", fontSize: 12 }, tickLine: false };
/** The next number that four steps divide evenly: nobody has half a view. */
const top = (most: number) => Math.max(4, 4 * Math.ceil(most / 4));
const label = (value: unknown) => (typeof value === "string" ? dayText(value, "short") : "");

/** Views as an area, plays as a dashed line. Decoration: what it says stands beside it in words and as a table. */
export function LinkChart({ days, isHeard }: { days: LinkStats["days"]; isHeard: boolean }) {
	const still = useBrowserValue(() => matchMedia("(prefers-reduced-motion: reduce)").matches, true);
	return (
		<ResponsiveContainer width="100%" height="100%">
			<ComposedChart data={days} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
				<CartesianGrid vertical={false} stroke="var(--color-line)" />
				<XAxis dataKey="date" tickFormatter={label} minTickGap={28} {...axis} />
				<YAxis allowDecimals={false} width={36} {...axis} axisLine={false} tickCount={5} domain={[0, top]} />
				<Tooltip
					labelFormatter={label}
					cursor={{ stroke: "var(--color-line-strong)" }}
					contentStyle={{
						background: "var(--color-surface)",
						border: "1px solid var(--color-line)",
						borderRadius: 12,
						color: "var(--color-ink)",
						fontSize: 13,
					}}
				/>
				<Area
					type="monotone"
					dataKey="views"
					name="Views"
					stroke="var(--accent)"
					strokeWidth={2}
					fill="var(--accent)"
					fillOpacity={0.12}
					isAnimationActive={!still}
					animationDuration={180}
				/>
				{isHeard && (
					<Line
						type="monotone"
						dataKey="plays"
						name="Plays"
						stroke="var(--color-ink-2)"
						strokeWidth={2}
						strokeDasharray="4 4"
						dot={false}
						isAnimationActive={!still}
						animationDuration={180}
					/>
				)}
			</ComposedChart>
		</ResponsiveContainer>
	);
}
