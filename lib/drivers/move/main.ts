import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NewerDatabase } from "@/lib/drivers/prisma/migrations";
import { move } from "./move";
import { CannotMove } from "./row-store";
import { readTables } from "./tables";
import { type Defaults, readWords } from "./words";

type Settings = Defaults & { keys: { accessKeyId: string; secretAccessKey: string } | null };

/** How often a long piece of work says how far it is, in milliseconds. */
const often = 2_000;

/**
 * `npm run move`, from the project's folder. Answers the exit code: 0 when both sides are equal in the end, 1 when not or when it
 * could not be done, with the reason in words.
 */
export async function main(words: string[], { keys, ...defaults }: Settings): Promise<number> {
	process.umask(0o077);
	let told = Date.now();
	try {
		const equal = await move(readWords(words, defaults), {
			tables: readTables(readFileSync(join("prisma", "schema.prisma"), "utf8")),
			migrations: join("prisma", "migrations"),
			database: "passalong.db",
			keys,
			say: (line) => console.log(line),
			tell(what, done, all) {
				if (Date.now() - told < often) return;
				told = Date.now();
				console.log(`${what}: ${done.toLocaleString("en")} of ${all.toLocaleString("en")}`);
			},
		});
		console.log(equal ? "\nMoved: both sides are equal." : "\nThe move is not complete.");
		return equal ? 0 : 1;
	} catch (error) {
		if (!(error instanceof CannotMove || error instanceof NewerDatabase)) throw error;
		console.error(error.message);
		return 1;
	}
}
