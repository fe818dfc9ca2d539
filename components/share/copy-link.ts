import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/toast";

/** Copies a link and says so, or says what to do instead. */
export async function copyLink(url: string): Promise<boolean> {
	const copied = await copyText(url);
	if (copied) void toast("Link copied", "good");
	else void toast("Your browser does not allow copying. Select the link and copy it yourself.", "bad");
	return copied;
}
