/** In ms: a page that has loaded has first of all to be of use, and one that never quite loads has waited enough. */
const after = 2_000;
const atLatest = 10_000;

/** Does something that can wait, once the page has loaded and come to rest: it is no part of what the page loads first. Answers how to stop. */
export function onceSettled(work: () => (() => void) | undefined): () => void {
	let end: (() => void) | undefined;
	const begin = () => {
		stop();
		end = work();
	};
	const loaded = () => {
		clearTimeout(timer);
		timer = setTimeout(begin, after);
	};
	let timer = setTimeout(begin, atLatest);
	const stop = () => {
		clearTimeout(timer);
		removeEventListener("load", loaded);
	};
	if (document.readyState === "complete") loaded();
	else addEventListener("load", loaded, { once: true });
	return () => {
		stop();
		end?.();
	};
}

/** The same for something that is loaded when it is wanted: `load` is tried again as long as it fails. */
export function onceLoaded<Loaded>(load: () => Promise<Loaded>, work: (loaded: Loaded) => () => void): () => void {
	let end: (() => void) | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let hasEnded = false;
	const begin = () =>
		void load()
			.then((loaded) => {
				if (!hasEnded) end = work(loaded);
			})
			.catch(() => {
				timer = setTimeout(begin, atLatest);
			});
	begin();
	return () => {
		hasEnded = true;
		clearTimeout(timer);
		end?.();
	};
}
