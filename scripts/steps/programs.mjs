// The system's own programs: finding one, and getting one where Debian's packages can be installed.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, step } from "./run.mjs";

const minute = 60_000;

/** Whether the file is a program. */
export const executable = (file) => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

/** Where a program of that name could be, in the PATH's order. */
export const onPath = (name, PATH = process.env.PATH ?? "") => PATH.split(delimiter).map((folder) => join(folder, name));

/** One after the other: apt-get does not wait for another one, it fails. */
let installing = Promise.resolve();
/** Gets some of Debian's packages, where that is possible; what they would start by themselves stays stopped. */
export const debianPackages = (...names) => {
	installing = installing.then(() => install(names));
	return installing;
};

async function install(names) {
	if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
	await step(`Installing Debian's ${names.join(" and ")}`, async () => {
		await run("apt-get", ["update"], { env, timeout: 3 * minute });
		await run("apt-get", ["install", "--yes", "--no-install-recommends", ...names], { env, timeout: 10 * minute });
	});
}
