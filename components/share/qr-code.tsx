"use client";

import { Download } from "lucide-react";
import { QRCodeSVG } from "qrcode.react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { pngOf, save, svgOf } from "./save-picture";

/** A link as a QR code, dark on light in either theme and with a quiet zone around it, so that every camera reads it. */
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
			<QRCodeSVG
				ref={code}
				value={url}
				size={208}
				level="M"
				marginSize={4}
				bgColor="#ffffff"
				fgColor="#1b1815"
				title="QR code of the link"
				className="rounded-md border border-line"
			/>
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
