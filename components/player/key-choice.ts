const key = "player_keys";

/** Whether somebody who does not want single keys to do anything has switched them off in this browser. */
export function areKeysOn(): boolean {
	try {
		return localStorage.getItem(key) !== "off";
	} catch {
		return true;
	}
}

export function keepKeysOn(on: boolean): void {
	try {
		if (on) localStorage.removeItem(key);
		else localStorage.setItem(key, "off");
	} catch {}
}
