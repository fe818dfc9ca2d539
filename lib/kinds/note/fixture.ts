const content = `The hut is ours from **Friday evening** to Sunday noon. The key hangs behind the third shutter.

## Getting there

1. Train to Lindach, the one at 16:12
2. Bus 7 to the end of the line
3. Twenty minutes on foot, _always left of the stream_

## To bring

- [x] Sleeping bags
- [x] Coffee, ground
- [ ] Head torch
- [ ] Cards

| Meal | Who cooks |
|---|---|
| Friday, late | soup, from the thermos |
| Saturday | whoever loses at cards |
| Sunday | leftovers |

> The stove smokes for ten minutes. Then it is the best place in the world.
`;

/** A note to look around in. */
export const fixture = {
	title: "A weekend at the hut",
	description: "",
	content: { content, category: "Travel", color_value: "#897311" },
};
