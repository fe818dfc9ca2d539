import { useCallback } from "react";
import { api } from "@/components/api";
import { toast } from "@/components/ui/toast";
import { recallRoom } from "./memory";
import type { Room } from "./room-context";

/** Calls the room's API with the tokens that this browser holds by then. */
export function useAsk(code: string): Room["ask"] {
	return useCallback(
		async (method, path, body, { quiet = false } = {}) => {
			const { participantToken, hostToken } = recallRoom(code);
			const answer = await api<never>(method, path, { body: { sessionID: code, participantToken, hostToken, ...body } });
			if (!answer.ok && !quiet) void toast(answer.fields.movies ?? answer.message, "bad");
			return answer;
		},
		[code],
	);
}
