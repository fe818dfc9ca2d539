import { expect, test } from "vitest";
import { fileTitle } from "./file-title";

test.each([
	["Platform nine.mp3", "Platform nine"],
	["music/night/Platform nine.mp3", "Platform nine"],
	["C:\\music\\Platform nine.flac", "Platform nine"],
	["Vol. 2", "Vol. 2"],
	["no ending", "no ending"],
	[".mp3", "Untitled"],
	["", "Untitled"],
	["music/", "Untitled"],
	[`${"long ".repeat(10)}.wav`, "long long long long"],
])("the file %j is called %j", (name, title) => {
	expect(fileTitle(name, { max: 20, otherwise: "Untitled" })).toBe(title);
});
