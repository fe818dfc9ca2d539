"use client";

import { CloudAlert } from "lucide-react";
import { Brand } from "@/components/site/brand";
import { Button } from "@/components/ui/button";
import { CalmScreen } from "@/components/ui/calm-screen";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
	return (
		<>
			{/* Where the page could not even say its own. */}
			<title>Something went wrong · Passalong</title>
			<header className="flex h-14 items-center px-4 sm:h-16 sm:px-6">
				<Brand />
			</header>
			<CalmScreen icon={CloudAlert} title="That did not work" action={<Button onClick={reset}>Try again</Button>}>
				Something went wrong on our side. Nothing of yours is lost. Try again in a moment.
			</CalmScreen>
		</>
	);
}
