"use client";

import { Download } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { QrPicture } from "./qr-picture";
import { pngOf, save, svgOf } from "./save-picture";

/** A link as a QR code, to be seen and to be kept. */
export function QrCode({ url, title }: { url: string; title: string }) {
	const code = useRef<SVGSVGElement>(null);

	async function download(make: (svg: SVGSVGElement) => Blob | Promise<Blob>, ending: string) {
		if (!code.current) return;
		try {
			save(await make(code.current), `${title} QR code.${ending}`);
		} catch {
			void toast("Your browser could not make the picture.", "bad");
		}
	}

	return (
		<div className="flex flex-wrap items-center justify-center gap-4">
			<QrPicture ref={code} url={url} size={208} title="QR code of the link" />
			<div className="flex gap-2 sm:grid">
				<Button size="s" onClick={() => void download(svgOf, "svg")}>
					<Download /> SVG
				</Button>
				<Button size="s" onClick={() => void download(pngOf, "png")}>
					<Download /> PNG
				</Button>
			</div>
		</div>
	);
}
