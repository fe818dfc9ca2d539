import { expect, test } from "vitest";
import { attachment } from "./attachment";

test.each([
	["Night drive.m3u8", "attachment; filename=\"Night drive.m3u8\"; filename*=UTF-8''Night%20drive.m3u8"],
	["Späti.xspf", "attachment; filename=\"Spati.xspf\"; filename*=UTF-8''Sp%C3%A4ti.xspf"],
	["שיר.jspf", "attachment; filename=\"_.jspf\"; filename*=UTF-8''%D7%A9%D7%99%D7%A8.jspf"],
	['a"b\\c/d\r\nX: y.m3u8', "attachment; filename=\"a b c d X y.m3u8\"; filename*=UTF-8''a%20b%20c%20d%20X%20y.m3u8"],
	["..%2e/it's (1)*.m3u8", "attachment; filename=\"_2e it's (1) .m3u8\"; filename*=UTF-8''%252e%20it%27s%20%281%29%20.m3u8"],
	[
		"a\uff02; filename=b\uff3cc\uff0fd.m3u8",
		"attachment; filename=\"a ; filename=b c d.m3u8\"; filename*=UTF-8''a%EF%BC%82%3B%20filename%3Db%EF%BC%BCc%EF%BC%8Fd.m3u8",
	],
	["\uff0e\uff0e\uff0fa.m3u8", "attachment; filename=\"a.m3u8\"; filename*=UTF-8''%EF%BC%8E%EF%BC%8E%EF%BC%8Fa.m3u8"],
	["evil\u202e3pm.m3u8", "attachment; filename=\"evil 3pm.m3u8\"; filename*=UTF-8''evil%203pm.m3u8"],
])("%j is a safe name for a download", (name, header) => {
	expect(attachment(name)).toBe(header);
	expect(new Headers({ "Content-Disposition": attachment(name) }).get("content-disposition")).toBe(header);
});
