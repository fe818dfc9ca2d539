import { useRouter } from "next/navigation";
import { useRef } from "react";
import { tellFailure } from "@/components/account/tell-failure";
import { api } from "@/components/api";
import type { ListenKind } from "@/components/share/model";

/** Makes an item with nothing in it, and leads to its editor; pressed twice it makes one. */
export function useNewItem() {
	const router = useRouter();
	const busy = useRef(false);
	return async function make(kind: ListenKind): Promise<void> {
		if (busy.current) return;
		busy.current = true;
		const answer = await api<{ item: { id: string } }>("POST", "/api/items", { body: { kind } });
		busy.current = false;
		if (!answer.ok) return tellFailure(answer);
		router.push(`/dashboard/${kind}/${answer.data.item.id}`);
	};
}
