import type { Server, Socket } from "socket.io";
import type { Visitor } from "@/lib/authority";
import type { ClientToServer, ServerToClient } from "./events";

/** What the server remembers of a connection. */
export type Data = {
	visitor: Visitor;
	/** Whether what they showed at the handshake is still good; for those who are signed in. */
	isStillSignedIn?: () => Promise<boolean>;
	/** The newest of what a slow reader has not been sent yet, by what it is about. */
	unsent?: Map<string, () => void>;
};
type Between = Record<string, never>;

export type Sockets = Server<ClientToServer, ServerToClient, Between, Data>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Between, Data>;
