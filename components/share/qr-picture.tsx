import { QRCodeSVG } from "qrcode.react";
import type { Ref } from "react";

type Props = { url: string; title: string; size: number; className?: string; ref?: Ref<SVGSVGElement> };

/** A link as a QR code, dark on light in either theme and with a quiet zone around it, so that every camera reads it. */
export function QrPicture({ url, title, size, className = "", ref }: Props) {
	return (
		<QRCodeSVG
			ref={ref}
			value={url}
			size={size}
			level="M"
			marginSize={4}
			bgColor="#ffffff"
			fgColor="#1b1815"
			title={title}
			className={`rounded-md border border-line ${className}`}
		/>
	);
}
