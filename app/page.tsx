import { calmly } from "@/app/calmly";
import { currentAccount } from "@/app/page-data/viewer";
import { Brand } from "@/components/site/brand";
import { SamplePage } from "@/components/site/sample-page";
import { buttonClass } from "@/components/ui/button";

async function StartPage() {
	const signedIn = (await currentAccount()) !== null;
	return (
		<>
			<header className="flex h-14 items-center px-4 sm:h-16 sm:px-6">
				<Brand />
			</header>
			<main
				id="content"
				className="mx-auto grid max-w-[70rem] items-center gap-12 px-5 pt-8 pb-16 sm:px-8 md:min-h-[calc(100svh-4rem)] md:grid-cols-[minmax(0,1fr)_22rem] md:gap-16 md:pt-0"
			>
				<div className="max-md:text-center">
					<h1 className="text-[clamp(2.375rem,6.5vw,4.25rem)]">Hand somebody what you made by a link, and stay in control of it.</h1>
					<div className="mt-8 flex flex-wrap gap-2.5 max-md:justify-center">
						{signedIn ? (
							<a href="/dashboard" className={buttonClass({ tone: "primary", size: "l" })}>
								Open your library
							</a>
						) : (
							<>
								<a href="/signup" className={buttonClass({ tone: "primary", size: "l" })}>
									Create free account
								</a>
								<a href="/signin" className={buttonClass({ size: "l" })}>
									Log in
								</a>
							</>
						)}
					</div>
					<p className="mt-5 text-ink-2">
						Choosing a film together?{" "}
						<a href="/room" className="rounded-sm font-[550] text-ink underline underline-offset-4">
							Join a room
						</a>
					</p>
				</div>
				<div className="mx-auto w-full max-w-[22rem]">
					<SamplePage />
				</div>
			</main>
		</>
	);
}

export default calmly(StartPage);
