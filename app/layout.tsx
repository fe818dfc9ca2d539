import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/bricolage-grotesque/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { EarlyPress } from "@/components/site/early-press";
import { Theme } from "@/components/site/theme";
import { Toasts } from "@/components/ui/toasts";

export const metadata: Metadata = {
	title: { default: "Passalong", template: "%s · Passalong" },
	description: "Hand somebody what you made by a link, and stay in control of it.",
	// Until they have read this, and where there is no page, browsers ask for /favicon.ico: the same drawing in 16, 32 and 48 pixels.
	icons: { icon: "/icon.svg" },
};

export const viewport: Viewport = {
	width: "device-width",
	initialScale: 1,
	viewportFit: "cover",
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
		{ media: "(prefers-color-scheme: dark)", color: "#14110e" },
	],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
	// Asking for the request's headers keeps every page dynamic: a static page has no nonce, and does not come alive under our policy.
	const nonce = (await headers()).get("x-nonce") ?? undefined;
	return (
		<html lang="en" suppressHydrationWarning>
			<body className="min-h-svh antialiased">
				<EarlyPress nonce={nonce}>
					<Theme nonce={nonce}>
						{children}
						<Toasts />
					</Theme>
				</EarlyPress>
			</body>
		</html>
	);
}
