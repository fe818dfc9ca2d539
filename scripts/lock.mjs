// Completes package-lock.json: `npm run lock`, after every change of a dependency.
//
// npm leaves an optional dependency out of the lock when the registry it asked lacks that platform's build, and `npm ci`
// then rejects the lock that `npm install` wrote (npm/cli issue 9846). An entry with the pinned version and its platform
// makes the lock whole again; `npm ci` installs it only where `os` and `cpu` match.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);

/** Where Node would look for `name` when the package at `from` asks for it: the entry's path in the lock, or undefined. */
function resolved(packages, from, name) {
	for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
		const path = `${at}${at ? "/" : ""}node_modules/${name}`;
		if (packages[path]) return path;
		if (!at) return undefined;
	}
}

/** Operating system and processor as a package's name gives them, e.g. `@next/swc-darwin-arm64`. */
function platform(name) {
	const os = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"].find((os) =>
		name.includes(os),
	);
	const cpu = ["arm64", "x64", "ia32", "arm", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32"].find((cpu) =>
		name.includes(cpu),
	);
	const libc = name.includes("musl") ? "musl" : name.includes("gnu") || (os === "linux" && name.includes("glibc")) ? "glibc" : undefined;
	return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}

/** The optional dependencies with an exact version that have no entry: `[{path, name, version}]`. */
export function missingFromLock(lock) {
	const missing = [];
	for (const [path, entry] of Object.entries(lock.packages))
		for (const [name, version] of Object.entries(entry.optionalDependencies ?? {}))
			if (/^\d/.test(version) && !resolved(lock.packages, path, name)) missing.push({ path: `node_modules/${name}`, name, version });
	return missing;
}

if (process.argv[1] && import.meta.url.endsWith("/scripts/lock.mjs") && process.argv[1].endsWith("lock.mjs")) {
	const lock = JSON.parse(readFileSync(file, "utf8"));
	const missing = missingFromLock(lock);
	for (const { path, name, version } of missing) lock.packages[path] = { version, optional: true, ...platform(name) };
	lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
	writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
	console.log(missing.length ? `added ${missing.map((m) => `${m.name}@${m.version}`).join(", ")}` : "nothing was missing");
}
