import { expect, test } from "vitest";
import { readGrants, readLoudness, readPlace } from "./recall";

test("a place is read as it was written", () => {
	const place = { song: "7", second: 12.5, repeat: "one", shuffle: true };
	expect(readPlace(JSON.stringify(place))).toEqual(place);
});

test.each(["", "null", "7", "{", '{"song":7,"second":1}', '{"song":"7","second":-1}', '{"song":"7","second":"x"}', '{"second":1}'])(
	"%s is no place",
	(text) => expect(readPlace(text)).toBeNull(),
);

test("modes that nobody knows are off", () => {
	expect(readPlace('{"song":"7","second":1,"repeat":"twice","shuffle":"yes"}')).toEqual({
		song: "7",
		second: 1,
		repeat: "off",
		shuffle: false,
	});
});

test("a volume beyond its bounds is none", () => {
	expect(readLoudness('{"volume":0.4,"muted":true}')).toEqual({ volume: 0.4, muted: true });
	expect(readLoudness('{"volume":40,"muted":false}')).toBeNull();
	expect(readLoudness('{"volume":null,"muted":false}')).toBeNull();
});

test("a grant leads to our own streams and nowhere else", () => {
	const songs = { "7": "/api/share/9f2c41d07ab35e18/stream/7?grant=x" };
	expect(readGrants(JSON.stringify({ sessionId: "a", songs }))).toEqual({ sessionId: "a", songs });
	for (const url of ["https://elsewhere.test/a.mp3", "//elsewhere.test", "javascript:alert(1)", 7]) {
		expect(readGrants(JSON.stringify({ sessionId: "a", songs: { "7": url } }))).toBeNull();
	}
});
