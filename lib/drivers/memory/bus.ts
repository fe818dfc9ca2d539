import { EventEmitter } from "node:events";
import type { Bus } from "@/lib/ports";

/** Messages within this process. */
export function memoryBus(): Bus {
	const emitter = new EventEmitter();
	// One listener a running stream: hundreds of them are no leak.
	emitter.setMaxListeners(0);
	return {
		publish(topic, message) {
			emitter.emit(topic, message);
		},
		subscribe(topic, hear) {
			emitter.on(topic, hear);
			return () => emitter.off(topic, hear);
		},
	};
}
