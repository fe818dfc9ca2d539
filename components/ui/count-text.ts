const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A number as one writes it in a sentence: in words up to twelve. */
export function inWords(count: number): string {
	return words[count] ?? count.toLocaleString("en");
}

/** "1 song", "8 songs", "1,284 views". */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
