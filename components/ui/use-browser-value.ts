import { useSyncExternalStore } from "react";

const never = () => () => {};

/** A value that only the browser can know (its clock, its zone), with a stand-in for the server's HTML. */
export function useBrowserValue<Value extends string | number | boolean | null>(read: () => Value, standIn: Value): Value {
	return useSyncExternalStore(never, read, () => standIn);
}
