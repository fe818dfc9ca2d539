import type { Bus } from "@/lib/ports";
import { subscribers } from "./subscribers";

/** How often a bus that cannot hear the other instances says so, in ms: what another one did is seen within a second. */
export const unsureEvery = 500;

/** Messages within this process, for an installation that is this process alone. */
export function memoryBus(): Bus {
	const { tell, subscribe, subscribeAll } = subscribers();
	return {
		async publish(topic, message) {
			tell(topic, message);
		},
		subscribe,
		subscribeAll,
	};
}

/** Messages within this process beside others that share its database and that it cannot hear: twice a second anything may have changed. */
export function deafBus(): Bus & { close(): void } {
	const { tell, tellUnsure, subscribe, subscribeAll } = subscribers();
	// The server keeps the process alive, not this.
	const ticking = setInterval(tellUnsure, unsureEvery).unref();
	return {
		async publish(topic, message) {
			tell(topic, message);
		},
		subscribe,
		subscribeAll,
		close: () => clearInterval(ticking),
	};
}
