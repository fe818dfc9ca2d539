import { useCallback, useEffect, useRef, useState } from "react";

/** How long nothing has to happen, in ms. */
const patience = 3_000;

/** Whether nobody has touched anything for a while. Only while `watching`; `wake` says that somebody has, `rest` that they are done. */
export function useIdle(watching: boolean) {
	const [idle, setIdle] = useState(false);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const wake = useCallback(() => {
		setIdle(false);
		clearTimeout(timer.current);
		timer.current = watching ? setTimeout(() => setIdle(true), patience) : undefined;
	}, [watching]);
	const rest = useCallback(() => {
		clearTimeout(timer.current);
		setIdle(watching);
	}, [watching]);
	useEffect(() => {
		wake();
		return () => clearTimeout(timer.current);
	}, [wake]);
	return { idle: idle && watching, wake, rest };
}
