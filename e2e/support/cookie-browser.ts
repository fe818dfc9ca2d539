import { Client } from "./client";

/** Signs in through a provider as a browser does, and keeps cookies as one: by name, the newest, gone when they are cleared. */
export class Browser {
	private readonly jar = new Map<string, string>();
	/** Names of cookies that were set for http as well. */
	readonly insecure: string[] = [];

	constructor(readonly url: string) {}

	get cookie(): string {
		return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
	}

	has(name: string): boolean {
		return this.jar.has(name);
	}

	drop(name: string): void {
		this.jar.delete(name);
	}

	async ask<Body>(method: string, path: string, form?: Record<string, string>) {
		const headers = { cookie: this.cookie, origin: this.url, ...(form ? { "content-type": "application/x-www-form-urlencoded" } : {}) };
		const answer = await new Client(this.url, headers).ask<Body>(method, path, form ? { body: new URLSearchParams(form).toString() } : {});
		for (const set of answer.headers["set-cookie"] ?? []) {
			const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
			if (!/; Secure/i.test(set)) this.insecure.push(name);
			if (value === "" || /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(set)) this.jar.delete(name);
			else this.jar.set(name, value);
		}
		return answer;
	}

	/** Presses the provider's button: answers the address of its page. */
	async begin(provider: string, callbackUrl = "/dashboard"): Promise<string> {
		const { body: csrf } = await this.ask<{ csrfToken: string }>("GET", "/api/auth/csrf");
		const form = { csrfToken: csrf.csrfToken, callbackUrl, json: "true" };
		const { body } = await this.ask<{ url: string }>("POST", `/api/auth/signin/${provider}`, form);
		return body.url;
	}

	/** Goes to the provider's page, comes back with what it says, and follows us to the page where that ends. */
	async comeBack(page: string): Promise<string> {
		const back = (await fetch(page, { redirect: "manual" })).headers.get("location") ?? "";
		return this.follow(back);
	}

	async follow(address: string): Promise<string> {
		let at = new URL(address, this.url);
		while (at.pathname.startsWith("/api/")) {
			const { headers, status } = await this.ask("GET", at.pathname + at.search);
			if (!headers.location) throw new Error(`${at.pathname} answered ${status} and led nowhere`);
			at = new URL(headers.location, this.url);
		}
		return at.href.replace(this.url, "");
	}

	async enter(provider: string, callbackUrl?: string): Promise<string> {
		return this.comeBack(await this.begin(provider, callbackUrl));
	}

	async me() {
		return this.ask<{ user: { id: string; email: string; username: string; name: string | null } }>("GET", "/api/me");
	}
}
