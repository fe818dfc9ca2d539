// The figures as Markdown.

/** The median of that figure over the runs; null when it was not to be had. */
export function median(found, figure) {
	const values = found.map((run) => run[figure]).sort((a, b) => a - b);
	return values[Math.floor(values.length / 2)];
}

const whole = (value) => (value === null ? "?" : Math.round(value).toLocaleString("en"));
const micros = (value) => (value === null ? "?" : `${value >= 100 ? whole(value) : value.toFixed(1)} µs`);
const millis = (value) => (value >= 100 ? whole(value) : value.toFixed(1));
const latency = (found) => `${millis(median(found, "p50"))} / ${millis(median(found, "p99"))}`;
const percent = (part) => (part === null ? "?" : `${Math.round(part * 100)} %`);
const line = (cells) => `| ${cells.join(" | ")} |`;

const head = [
	...["", "a second, 64 connections", "128 connections", "floor: raw `node:http`", "of the floor", "p50 / p99 ms at 64", "at 128"],
	...["at half load: a second", "p50 / p99 ms", "server's CPU", "floor's CPU", "commits each", "MB before, peak, after", "spread"],
];

function rowOf({ title, floor, few, many, half, halfRate, memory }) {
	const rates = few.map(({ rate }) => rate);
	const rate = median(few, "rate");
	const bytes = median(few, "bytes") / median(few, "seconds") / 1e6;
	const throughput = bytes > 100 ? ` (${whole(bytes)} MB/s)` : "";
	const floorBytes = median(floor, "bytes") / median(floor, "seconds") / 1e6;
	const { before, peak, after } = memory;
	return line([
		title,
		`**${whole(rate)}**${throughput}`,
		whole(median(many, "rate")),
		whole(median(floor, "rate")) + (throughput && ` (${whole(floorBytes)} MB/s)`),
		(rate / median(floor, "rate")).toFixed(2),
		latency(few),
		latency(many),
		whole(halfRate),
		latency(half),
		micros(median(few, "cpu")),
		micros(median(floor, "cpu")),
		median(few, "commits").toFixed(3),
		[before, peak, after].map(whole).join(", "),
		`±${Math.round(((Math.max(...rates) - Math.min(...rates)) / rate) * 50)} %`,
	]);
}

const note = (text) => line([text, ...head.slice(1).map(() => "")]);
const floorLine = (title, { rate, cpu, p50, p99 }, per = "") =>
	line([
		title,
		`**${whole(rate)}**`,
		"",
		"",
		"",
		p50 === undefined ? "" : `${millis(p50)} / ${millis(p99)}`,
		"",
		"",
		"",
		micros(cpu),
		"",
		per,
		"",
		"",
	]);

/** One table: the floors that are no HTTP server's first, then each store's rows. */
export function lines({ tables, floors, rounds, others, load }) {
	const { driver, router, other, own } = floors;
	return [
		`Each figure is the median of ${rounds} runs. Before and after the run others used ${others.map(percent).join(" and ")} of the processor cores; the load average at its end was ${load.toFixed(1)}.`,
		"",
		line(head),
		line(head.map((_, at) => (at === 0 ? "---" : "--:"))),
		note("**Floors**"),
		floorLine("Next's router: `/api/health/live` with `FAST_LANE=off`", router),
		floorLine("better-sqlite3 alone: an update, durable", driver.write, "1.000"),
		floorLine("better-sqlite3 alone: a row by its index", driver.read),
		floorLine("raw `node:http`, 204, by our generator", { rate: own, cpu: null }),
		floorLine("the same by autocannon", { rate: other, cpu: null }),
		...tables.flatMap(({ name, measured }) => [note(`**${name}**`), ...measured.map(rowOf)]),
	];
}

/** Whether what we aim at on two cores was reached, row by row. */
export function aims(tables) {
	const wanted = [
		[/^opens/, { least: 20_000, ofFloor: 0.4, commits: 0.03, p99: 10 }],
		[/^sessions|^plays/, { least: 8_000, p99: 10 }],
	];
	const found = tables.flatMap(({ name, measured }) =>
		measured.flatMap(({ row, title, floor, few, many, half }) => {
			const aim = wanted.find(([pattern]) => pattern.test(row))?.[1];
			if (!aim) return [];
			const rate = Math.max(median(few, "rate"), median(many, "rate"));
			const checks = [
				[`${whole(rate)} a second`, `at least ${whole(aim.least)}`, rate >= aim.least],
				[`${millis(median(half, "p99"))} ms p99 at half load`, `under ${aim.p99}`, median(half, "p99") < aim.p99],
			];
			if (aim.ofFloor) {
				const part = rate / median(floor, "rate");
				checks.push([`${part.toFixed(2)} of the floor`, `at least ${aim.ofFloor}`, part >= aim.ofFloor]);
				const commits = median(few, "commits");
				checks.push([`${commits.toFixed(3)} commits each`, `at most ${aim.commits}`, commits <= aim.commits]);
			}
			return [`- ${name}, ${title}: ${checks.map(([is, aim, met]) => (met ? is : `**${is} (aim: ${aim})**`)).join(", ")}`];
		}),
	);
	return found.length > 0 ? ["Against the aims; what falls short is bold:", "", ...found] : [];
}
