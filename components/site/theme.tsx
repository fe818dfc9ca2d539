"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";

/** Light or dark, as the system has it or as the person chose. The nonce lets its first script run. */
export function Theme({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
	return (
		<ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
			{children}
		</ThemeProvider>
	);
}
