import { Refusal } from "@/components/share/refusal";
import { Brand } from "@/components/site/brand";

export default function ShareNotFound() {
	return (
		<>
			<header className="flex h-14 items-center px-4 sm:h-16 sm:px-6">
				<Brand />
			</header>
			<Refusal code="not_found" />
		</>
	);
}
