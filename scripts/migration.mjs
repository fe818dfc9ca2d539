// Writes the next migration: `npm run migration -- <name>`, after a change of prisma/schema.prisma.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { install } from "./steps/install.mjs";
import { nextName, writeMigration } from "./steps/migrations.mjs";
import { root, within } from "./steps/paths.mjs";
import { Complaint, script } from "./steps/run.mjs";
import { schemaComparer } from "./steps/sql.mjs";

await script(async () => {
	const folder = within("prisma/migrations");
	const name = process.argv[2];
	nextName(folder, name); // A bad name is told before anything takes time.
	await install();
	const { sqlBetween, close } = await schemaComparer();
	try {
		const schema = readFileSync(within("prisma/schema.prisma"), "utf8");
		const written = await writeMigration({ folder, schema, name, sqlBetween });
		for (const file of written) console.log(`Wrote ${relative(root, file)}`);
		console.log(
			written.length ? "Read the SQL before you commit it: a renamed column looks like a lost one and a new one." : "Nothing changed.",
		);
	} catch (error) {
		// Prisma's own words about an invalid schema name the line; its stack says nothing.
		throw /^Error validating|^error: /m.test(error.message) ? new Complaint(error.message) : error;
	} finally {
		await close();
	}
});
