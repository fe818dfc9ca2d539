import type { ReactNode } from "react";
import { Brand } from "@/components/site/brand";
import { Cover } from "@/components/ui/cover";
import { authPath } from "./next-path";

type AuthPageProps = {
	title: string;
	lead: string;
	next: string;
	/** The way to the other page, for who came to the wrong one. */
	other: { question: string; label: string; page: "/signin" | "/signup" };
	children: ReactNode;
};

/** The frame of the sign-in and sign-up pages. */
export function AuthPage({ title, lead, next, other, children }: AuthPageProps) {
	return (
		<>
			<div
				aria-hidden="true"
				className="pointer-events-none absolute inset-x-0 top-0 -z-10 h-80 overflow-hidden mask-b-from-20% mask-b-to-100%"
			>
				<Cover title={title} className="aspect-auto! size-full scale-125 bg-transparent! opacity-20 blur-[64px]" />
			</div>
			<header className="flex h-14 items-center px-4 sm:h-16 sm:px-6">
				<Brand />
			</header>
			<main id="content" className="mx-auto w-full max-w-[26rem] px-5 pt-6 pb-16 sm:pt-[8vh]">
				<h1 className="text-[2rem]">{title}</h1>
				<p className="mt-2 mb-7 text-ink-2">{next.startsWith("/share/") ? "You will come right back to the page you were on." : lead}</p>
				{children}
				<p className="mt-6 text-center text-ink-2">
					{other.question}{" "}
					<a href={authPath(other.page, next)} className="rounded-sm font-[550] text-ink underline underline-offset-4">
						{other.label}
					</a>
				</p>
			</main>
		</>
	);
}
