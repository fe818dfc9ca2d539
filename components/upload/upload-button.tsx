"use client";

import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { SongsInput } from "./songs-input";

/** Opens the file chooser for songs. */
export function UploadButton({ size = "s" }: { size?: "s" | "l" }) {
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Button tone="primary" size={size} onClick={() => input.current?.click()}>
				<Upload /> Upload songs
			</Button>
			<SongsInput ref={input} />
		</>
	);
}
