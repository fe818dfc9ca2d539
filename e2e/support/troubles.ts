import type { BrowserContext } from "@playwright/test";

/** What goes wrong in a browser without anybody seeing it: console errors, uncaught errors, violations of the CSP. */
export class Troubles {
	private readonly seen: string[] = [];
	private readonly allowed: RegExp[] = [];

	/** Listens to every page that this context has or will have. */
	async watch(context: BrowserContext): Promise<void> {
		context.on("console", (message) => {
			if (message.type() === "error") this.seen.push(`${message.text()} (${message.location().url})`);
		});
		context.on("weberror", (error) => this.seen.push(`Uncaught: ${error.error().message}`));
		await context.addInitScript(() => {
			addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
				console.error(`CSP violation: ${effectiveDirective} forbids ${blockedURI}, at ${sourceFile}:${lineNumber}`);
			});
		});
	}

	/** Says that this very test means to cause errors that match, e.g. /status of 403.*\/play/. */
	allow(...patterns: RegExp[]): void {
		this.allowed.push(...patterns);
	}

	/** Everything that nobody allowed. */
	unexpected(): string[] {
		return this.seen.filter((trouble) => !this.allowed.some((pattern) => pattern.test(trouble)));
	}
}
