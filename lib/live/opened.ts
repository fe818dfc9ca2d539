/** Things of which there is one for each key while anybody needs it: made when it is first asked for, forgotten when it is empty. */
export function opened<Key, Thing>() {
	const all = new Map<Key, Thing>();
	return {
		get(key: Key, open: (whenEmpty: () => void) => Thing): Thing {
			const there = all.get(key);
			if (there !== undefined) return there;
			const made = open(() => {
				if (all.get(key) === made) all.delete(key);
			});
			all.set(key, made);
			return made;
		},
		all: () => all.values(),
	};
}
