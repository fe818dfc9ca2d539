"use client";

import "./globals.css";

/** Stands in for the whole page when even the root layout failed. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
	return (
		<html lang="en">
			<title>Something went wrong · Passalong</title>
			<body className="grid min-h-svh place-items-center p-5 text-center">
				<main>
					<h1 className="text-[2rem]">That did not work</h1>
					<p className="mx-auto mt-3 mb-6 max-w-[38ch] text-ink-2">
						Something went wrong on our side. Nothing of yours is lost. Try again in a moment.
					</p>
					<button type="button" onClick={reset} className="h-11 rounded-full border border-line-strong px-5 font-[550]">
						Try again
					</button>
				</main>
			</body>
		</html>
	);
}
