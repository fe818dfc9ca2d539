"use client";

import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";
import { toastsReady } from "./toast";

const Sonner = lazy(async (): Promise<{ default: ComponentType }> => {
	// Without a network there are no toasts; that is no reason to lose the page.
	const loaded = await import("sonner").catch(() => null);
	if (!loaded) return { default: () => null };
	const { Toaster } = loaded;
	return {
		default: function Region() {
			useEffect(toastsReady, []);
			return (
				<Toaster
					position="top-center"
					toastOptions={{
						unstyled: true,
						classNames: {
							toast:
								"pointer-events-auto flex w-full items-center gap-2.5 rounded-lg border border-line bg-surface px-4 py-3 text-sm font-medium text-ink shadow-2 font-sans!",
							icon: "text-ink-2 [[data-type=error]_&]:text-bad [[data-type=success]_&]:text-good",
							content: "min-w-0 grow",
							title: "line-clamp-3 wrap-anywhere",
							actionButton:
								"-my-1 shrink-0 rounded-full px-3 py-1.5 font-[550] text-ink underline underline-offset-4 hover:bg-sunken focus-visible:outline-2 focus-visible:outline-ink",
						},
					}}
				/>
			);
		},
	};
});

/** Where toasts appear. Comes after everything else, but before it is needed: "You seem to be offline" cannot be fetched then. */
export function Toasts() {
	const [wanted, setWanted] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setWanted(true), 300);
		return () => clearTimeout(timer);
	}, []);
	return wanted ? (
		<Suspense>
			<Sonner />
		</Suspense>
	) : null;
}
