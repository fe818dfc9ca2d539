import { useSyncExternalStore } from "react";

const never = () => () => {};

/** A value that only the browser can know (its clock, its zone), with a stand-in for the server's HTML; read anew when `subscribe` calls back. */
export function useBrowserValue<Value extends string | number | boolean | null>(
	read: () => Value,
	standIn: Value,
	subscribe: (changed: () => void) => () => void = never,
): Value {
	return useSyncExternalStore(subscribe, read, () => standIn);
}
