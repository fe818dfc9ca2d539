import { SiteHeader } from "@/components/site/site-header";
import { Cover } from "@/components/ui/cover";
import { CreateForm } from "./create-form";
import { JoinForm } from "./join-form";

/** Where rooms begin: one's own, or somebody else's. */
export function Entry({ isSignedIn, name }: { isSignedIn: boolean; name: string }) {
	return (
		<div data-kind="room">
			<div
				aria-hidden="true"
				className="pointer-events-none absolute inset-x-0 top-0 -z-10 h-80 overflow-hidden mask-b-from-20% mask-b-to-100%"
			>
				<Cover title="Safety Last!" className="aspect-auto! size-full scale-125 bg-transparent! opacity-20 blur-[64px]" />
			</div>
			<SiteHeader signedIn={isSignedIn} next="/room" />
			<main id="content" className="mx-auto w-full max-w-[52rem] px-5 pt-6 pb-16 sm:pt-[6vh]">
				<h1 className="text-[2rem] sm:text-[2.75rem]">What shall we watch?</h1>
				<p className="mt-2 mb-8 max-w-[52ch] text-ink-2">
					Everybody votes on their own phone, and the film that suits all of you best is found. Nobody needs an account.
				</p>
				<div className="grid gap-4 md:grid-cols-2 md:gap-6">
					<section aria-labelledby="join" className="rounded-xl border border-line bg-surface p-6">
						<h2 id="join" className="text-xl">
							Join a room
						</h2>
						<p className="mt-1 mb-5 text-ink-2">Six digits, from whoever made it.</p>
						<JoinForm />
					</section>
					<section aria-labelledby="create" className="rounded-xl border border-line bg-surface p-6">
						<h2 id="create" className="text-xl">
							Make your own
						</h2>
						<p className="mt-1 mb-5 text-ink-2">You choose the movies, and invite by a code.</p>
						<CreateForm name={name} />
					</section>
				</div>
			</main>
		</div>
	);
}
