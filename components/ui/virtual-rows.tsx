"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";

export type RowsHandle = { scrollTo(index: number): void };

type Props = {
	label: string;
	count: number;
	/** About how high a row is, in px, until it was seen. */
	estimate: number;
	keyOf: (index: number) => string | number;
	children: (index: number) => ReactNode;
	handle?: Ref<RowsHandle>;
};

/** A list of any length in the page's own scrolling, of which no more is there than is near the window. */
export function VirtualRows({ label, count, estimate, keyOf, children, handle }: Props) {
	const list = useRef<HTMLOListElement>(null);
	const [top, setTop] = useState(0);
	const rows = useWindowVirtualizer({
		count,
		estimateSize: () => estimate,
		getItemKey: keyOf,
		overscan: 6,
		scrollMargin: top,
		// React may take its time: a row that comes a moment late is better than a page that stops.
		useFlushSync: false,
	});
	useImperativeHandle(handle, () => ({ scrollTo: (index) => rows.scrollToIndex(index, { align: "center" }) }), [rows]);

	useLayoutEffect(() => {
		const measure = () => list.current && setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
		measure();
		// What stands above may grow.
		const observer = new ResizeObserver(measure);
		observer.observe(document.body);
		return () => observer.disconnect();
	}, []);

	return (
		<ol ref={list} aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
			{rows.getVirtualItems().map(({ key, index, start }) => (
				<li
					key={key}
					ref={rows.measureElement}
					data-index={index}
					aria-posinset={index + 1}
					aria-setsize={count}
					className="absolute inset-x-0 top-0"
					style={{ transform: `translateY(${start - top}px)` }}
				>
					{children(index)}
				</li>
			))}
		</ol>
	);
}
