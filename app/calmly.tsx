import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AwayScreen } from "@/components/site/away-screen";
import { deadline } from "@/lib/http/deadline";
import { setPageStatus } from "@/lib/http/page-status";
import { isUnavailable } from "@/lib/refused";

/**
 * A page, or a layout, that says with status 503 that it will be back, should the database be away or take too long. Next would answer
 * 500 with a page that is empty until a script fills it (docs/decisions/0008).
 */
export function calmly<Props>(page: (props: Props) => Promise<ReactNode>): (props: Props) => Promise<ReactNode> {
	return async (props) => {
		try {
			return await deadline()(page(props));
		} catch (error) {
			if (!isUnavailable(error)) throw error;
			setPageStatus((await headers()).get("x-nonce"), 503);
			return <AwayScreen />;
		}
	};
}

/** A page's title and the like, which its screen brings along when there is none to be had. */
export function calmTitle<Props>(metadata: (props: Props) => Promise<Metadata>): (props: Props) => Promise<Metadata> {
	return async (props) => {
		try {
			return await deadline()(metadata(props));
		} catch (error) {
			if (!isUnavailable(error)) throw error;
			return { robots: { index: false, follow: false } };
		}
	};
}
