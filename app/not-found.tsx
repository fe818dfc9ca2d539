import { Compass } from "lucide-react";
import { Brand } from "@/components/site/brand";
import { buttonClass } from "@/components/ui/button";
import { CalmScreen } from "@/components/ui/calm-screen";

export const metadata = { title: "Page not found" };

export default function NotFound() {
	return (
		<>
			<header className="flex h-14 items-center px-4 sm:h-16 sm:px-6">
				<Brand />
			</header>
			<CalmScreen
				icon={Compass}
				title="There is nothing here"
				action={
					<a href="/" className={buttonClass()}>
						Go to the start page
					</a>
				}
			>
				The address may be mistyped, or what was here has been removed.
			</CalmScreen>
		</>
	);
}
