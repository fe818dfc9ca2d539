import { describe, expect, test } from "vitest";
import { readAnswer } from "./api";

describe("readAnswer", () => {
	test("takes the data out of either success", () => {
		expect(readAnswer(200, '{"success":true,"data":{"id":"1"}}')).toEqual({ ok: true, status: 200, data: { id: "1" } });
		expect(readAnswer(201, '{"user":{"id":"1"}}')).toEqual({ ok: true, status: 201, data: { user: { id: "1" } } });
		expect(readAnswer(204, "")).toEqual({ ok: true, status: 204, data: null });
	});

	test("reads the share dialect's refusal", () => {
		const answer = readAnswer(403, '{"success":false,"error":"Play limit reached.","requiresAuth":true}');
		expect(answer).toMatchObject({ ok: false, status: 403, message: "Play limit reached.", requiresAuth: true, fields: {} });
	});

	test("reads the native refusal with its fields", () => {
		const text = '{"error":{"code":"email_taken","message":"Taken","fields":{"email":"This email is taken","nested":{}}}}';
		expect(readAnswer(409, text)).toMatchObject({
			ok: false,
			code: "email_taken",
			message: "Taken",
			fields: { email: "This email is taken" },
		});
	});

	test.each([
		[0, "", "You seem to be offline. Try again."],
		[502, "<html>Bad gateway</html>", "That did not work. Try again in a moment."],
		[429, '{"success":false,"error":"Rate limit exceeded"}', "That was a bit fast. Wait a moment and try again."],
		[400, "[]", "That did not work. Try again in a moment."],
	])("%i says what to do next", (status, text, message) => {
		expect(readAnswer(status, text)).toMatchObject({ ok: false, status, message });
	});
});
