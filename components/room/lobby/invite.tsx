import { lazy, Suspense } from "react";
import { CopyLinkButton } from "@/components/share/copy-link-button";
import { Skeleton } from "@/components/ui/skeleton";
import { codeText } from "../code-text";
import { useInside } from "../room-context";

const QrPicture = lazy(async () => ({ default: (await import("@/components/share/qr-picture")).QrPicture }));

/** How others come in: the code to type, the code to scan, the link to send. */
export function Invite() {
	const { code, url } = useInside();
	return (
		<section
			aria-label="Invite"
			className="flex items-center justify-center gap-4 rounded-xl border border-line bg-surface p-5 text-center sm:gap-8 lg:flex-col lg:gap-4"
		>
			<div className="grid justify-items-center gap-3">
				<p>
					<span className="block text-sm text-ink-2">Room code</span>
					<span className="block font-display text-[2rem] leading-tight font-[650] whitespace-nowrap tabular-nums min-[23rem]:text-[2.25rem] sm:text-[3rem]">
						{codeText(code)}
					</span>
				</p>
				<CopyLinkButton url={url} />
			</div>
			<div className="size-[7.75rem] shrink-0 sm:size-40">
				<Suspense fallback={<Skeleton className="size-full" />}>
					<QrPicture url={url} size={160} title="QR code of the room" className="size-full" />
				</Suspense>
			</div>
		</section>
	);
}
