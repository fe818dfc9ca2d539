const times = ["09:14:02", "09:14:09", "09:15:40", "09:15:52", "09:17:21", "09:17:33"].map((time) => `2026-10-03T${time}.000Z`);
const [first = "", second = "", third = "", fourth = "", fifth = "", sixth = ""] = times;

/** A short chat to look at: prose, a list, code and a table. */
export const fixture = {
	title: "How much water do my tomatoes need?",
	description: "",
	content: {
		model: "gpt-4o",
		messages: [
			{
				id: 1,
				actor: "user" as const,
				message: "I have six tomato plants on a balcony that faces south. How much should I water them in summer?",
				created_at: first,
				hidden: false,
			},
			{
				id: 2,
				actor: "assistant" as const,
				message: `For plants in pots, **one to two litres each a day** is a good start in hot weather. More than the amount, it matters *when*:

- Water in the morning, before the sun is on the pots.
- Water the soil, not the leaves: wet leaves invite blight.
- Put a finger into the soil. If the first two centimetres are dry, it is time.`,
				created_at: second,
				hidden: false,
			},
			{
				id: 3,
				actor: "user" as const,
				message: "Could you write me a small function that tells the litres for a day from the temperature?",
				created_at: third,
				hidden: false,
			},
			{
				id: 4,
				actor: "assistant" as const,
				message: `Here is one that grows gently with the heat:

\`\`\`ts
/** Litres for one plant on a day of that temperature, in °C. */
function litres(celsius: number): number {
	if (celsius < 15) return 0.5;
	return Math.min(2.5, 0.5 + (celsius - 15) * 0.1);
}

console.log(6 * litres(28)); // 10.8
\`\`\`

So on a day of 28 °C your six plants drink about **eleven litres**.`,
				created_at: fourth,
				hidden: false,
			},
			{ id: 5, actor: "user" as const, message: "And if I am away for a weekend?", created_at: fifth, hidden: false },
			{
				id: 6,
				actor: "assistant" as const,
				message: `Two days are no problem if you prepare a little:

| What | Lasts for |
| --- | ---: |
| A thorough watering and mulch | 1-2 days |
| An upturned bottle in each pot | 2-3 days |
| A wick from a bucket | 4-6 days |

> Move the pots into the shade while you are away: it halves what they need.`,
				created_at: sixth,
				hidden: false,
			},
		],
		nextId: 7,
	},
};
