// What the system tells about processes and the machine. Where there is no /proc the figures are missing, not wrong.
import { readFileSync } from "node:fs";

/** The kernel's unit of processor time, on every Linux that Node runs on. */
const ticksPerSecond = 100;

function read(file) {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return null;
	}
}

/** Seconds of processor time that a process has used, all its threads together; null where nobody tells. */
export function cpuSeconds(pid) {
	const stat = read(`/proc/${pid}/stat`);
	if (!stat) return null;
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Megabytes that a process holds in memory now; null where nobody tells. */
export function residentMegabytes(pid) {
	const line = /VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`) ?? "");
	return line && Math.round(Number(line[1]) / 1024);
}

/** Watches a process's memory; `end()` answers `{before, peak, after}` in megabytes. */
export function watchMemory(pid) {
	const before = residentMegabytes(pid);
	let peak = before;
	const look = () => {
		peak = Math.max(peak ?? 0, residentMegabytes(pid) ?? 0) || null;
	};
	const looking = setInterval(look, 100);
	return {
		end() {
			clearInterval(looking);
			look();
			return { before, peak, after: residentMegabytes(pid) };
		},
	};
}

function machineTicks() {
	const line = /^cpu +(.*)/.exec(read("/proc/stat") ?? "");
	if (!line) return null;
	const [user, nice, system, idle, wait, irq, soft, steal] = line[1].split(" ").map(Number);
	return { busy: user + nice + system + irq + soft + steal, all: user + nice + system + idle + wait + irq + soft + steal };
}

/** How busy the machine's cores are for a while in which we do nothing, from 0 to 1: what others take. Null where nobody tells. */
export async function busyWithOthers(milliseconds = 1_000) {
	const before = machineTicks();
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
	const after = machineTicks();
	return before && after && (after.busy - before.busy) / Math.max(1, after.all - before.all);
}
