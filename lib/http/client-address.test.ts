import { describe, expect, test } from "vitest";
import { clientAddress } from "./client-address";

describe("a client's address", () => {
	test("is the socket's peer, whatever the client claims", () => {
		expect(clientAddress("203.0.113.9", "1.2.3.4, 5.6.7.8", 0)).toBe("203.0.113.9");
	});
	test("is the n-th from the right behind n proxies", () => {
		expect(clientAddress("10.0.0.1", "9.9.9.9, 1.2.3.4, 5.6.7.8", 1)).toBe("5.6.7.8");
		expect(clientAddress("10.0.0.1", "9.9.9.9, 1.2.3.4, 5.6.7.8", 2)).toBe("1.2.3.4");
	});
	test("falls back to the peer when the proxies sent too few", () => {
		expect(clientAddress("10.0.0.1", "5.6.7.8", 3)).toBe("10.0.0.1");
		expect(clientAddress("10.0.0.1", undefined, 1)).toBe("10.0.0.1");
	});
	test("counts IPv6 by its /64 and IPv4 in IPv6 as IPv4", () => {
		expect(clientAddress("2001:db8:1:2:aaaa::1", undefined, 0)).toBe("2001:db8:1:2::/64");
		expect(clientAddress("2001:0db8:0001:0002:ffff:ffff:ffff:ffff", undefined, 0)).toBe("2001:db8:1:2::/64");
		expect(clientAddress("2001:db8::1", undefined, 0)).toBe("2001:db8:0:0::/64");
		expect(clientAddress("::1", undefined, 0)).toBe("0:0:0:0::/64");
		expect(clientAddress("fe80::1%eth0", undefined, 0)).toBe("fe80:0:0:0::/64");
		expect(clientAddress("::ffff:203.0.113.9", undefined, 0)).toBe("203.0.113.9");
	});
});
