/** So much of a text is looked at; no picture shows more. */
const most = 300;

const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/**
 * As much of a text as these letters can show, on one line; null when that is less than half of its letters and digits, because what is left
 * says nothing. What steers text instead of being text (control and bidi characters, halves of surrogate pairs) goes, and so do accents that
 * belong to no letter of their own, which could be piled up.
 */
export function legible(text: string, has: (character: string) => boolean): string | null {
	const whole = text
		.slice(0, most)
		.toWellFormed()
		.normalize("NFC")
		.replace(/[\p{Cc}\p{Z}]+/gu, " ")
		.replace(/[\p{C}\p{M}\uFFFD]/gu, "");
	let shown = "";
	for (const character of whole) {
		if (has(character)) shown += character;
		// A letter in fancy dress, 𝓗 or Ｈ, is the letter.
		else shown += [...character.normalize("NFKC")].filter(has).join("");
	}
	const tidied = shown
		.replace(/\( *\)|\[ *\]|\{ *\}|« *»|“ *”/g, " ")
		.replace(/ +/g, " ")
		.trim();
	const [left, all] = [lettersIn(tidied), lettersIn(whole)];
	return left > 0 && left * 2 >= all ? tidied : null;
}
