import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaintAboutInstall } from "./steps/install.mjs";
import { complaintAboutNode, oldestNode } from "./steps/node.mjs";
import { within } from "./steps/paths.mjs";
import { runNode } from "./steps/run.mjs";

let folder;
const taken = createServer();

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "passalong-start-"));
	writeFileSync(join(folder, "file"), "");
	await new Promise((done) => taken.listen(0, done));
});

afterAll(() => {
	taken.close();
	rmSync(folder, { recursive: true });
});

/** `npm start` with these settings. Only for starts that end before the install. */
const start = (env) => runNode([within("scripts/start.mjs")], { env: { ...process.env, ...env } });

describe("npm start refuses, before it installs anything and without a stack,", () => {
	test.each(["18.20.8", "20.18.3", "0.12.18"])("Node %s", (version) => {
		expect(complaintAboutNode(version)).toContain(`needs Node ${oldestNode} or newer; this is Node ${version}`);
	});

	test("a port that is taken, and names one to try", async () => {
		const { port } = taken.address();
		const { code, output } = await start({ PORT: String(port), DATA_DIR: join(folder, "data") });
		expect(code).toBe(1);
		expect(output.trim()).toBe(`Port ${port} is taken by another program. Choose another one, for example:\n  PORT=3001 npm start`);
	});

	test.each(["0", "65536", "http"])("%s as a port", async (port) => {
		const { code, output } = await start({ PORT: port, DATA_DIR: join(folder, "data") });
		expect(code).toBe(1);
		expect(output.trim()).toBe(`PORT must be a number from 1 to 65535, not "${port}".`);
	});

	test.each(["file", "file/below"])("%s as the data folder", async (path) => {
		const { code, output } = await start({ DATA_DIR: join(folder, path) });
		expect(code).toBe(1);
		expect(output).toContain(`${join(folder, "file")} is not a folder`);
		expect(output).not.toContain("    at ");
	});
});

test.each(["20.19.0", "20.20.2", "22.0.0", "24.11.1"])("Node %s will do", (version) => {
	expect(complaintAboutNode(version)).toBeNull();
});

describe("an install that failed", () => {
	test("for want of a compiler names the packages that bring one", () => {
		const complaint = complaintAboutInstall("npm error gyp ERR! find Python Python is not set from command line");
		for (const name of ["python3", "make", "g++"]) expect(complaint).toContain(name);
	});

	test("for want of a network says so", () => {
		expect(complaintAboutInstall("npm error code ENOTFOUND\nnpm error network request failed")).toContain("does not answer");
	});

	test("for another reason shows npm's last words", () => {
		expect(complaintAboutInstall("npm error code EUSAGE")).toContain("EUSAGE");
	});
});
