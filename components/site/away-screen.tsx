import { Wind } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { CalmScreen } from "@/components/ui/calm-screen";
import { Brand } from "./brand";

/** Stands in for a page while what it is made of cannot be had. Its way on works without a script. */
export function AwayScreen() {
	return (
		<>
			<title>One moment · Passalong</title>
			<header className="flex h-14 items-center px-4 sm:h-16 sm:px-6">
				<Brand />
			</header>
			<CalmScreen
				icon={Wind}
				title="We are catching our breath"
				action={
					// biome-ignore lint/a11y/useValidAnchor: an empty address is the page's own, which is to be tried again
					<a href="" className={buttonClass()}>
						Try again
					</a>
				}
			>
				This page cannot be shown for a moment. Nothing of yours is lost.
			</CalmScreen>
		</>
	);
}
