import { Images } from "lucide-react";
import type { ReactNode } from "react";
import { authPath } from "@/components/account/next-path";
import type { SharedItem } from "@/components/share/model";
import { NeedsScript } from "@/components/share/needs-script";
import { ShareHero } from "@/components/share/share-hero";
import { pathsOf } from "@/components/slideshow/slide-paths";
import { Thumb } from "@/components/slideshow/thumb";
import { Pictures, StartButton, Watch } from "@/components/slideshow/watch";
import { buttonClass } from "@/components/ui/button";
import { counted } from "@/components/ui/count-text";
import { previewed, session } from "./kind";

type Content = ReturnType<typeof session.publish>;
type SessionPage = SharedItem<Content>;

/** What a visitor sees of a session: with an account all of it, without one what it is and three of its pictures. */
export function SessionViewer({ page }: { page: SessionPage }) {
	const { content, title, code } = page;
	const { media } = content;
	const path = session.page(code);
	if (!page.whole)
		return (
			<Frame page={page} action={media.length > 0 && <SignIn path={path} />} label="Preview">
				{media.length > 0 && <Preview page={page} />}
			</Frame>
		);
	if (media.length === 0) return <Frame page={page} label="Slideshow" />;
	return (
		<Watch title={title} media={media} files={filesOf(page)} pace={paceOf(content)} keeps={page.downloads !== null} code={code} path={path}>
			<Frame
				page={page}
				label="Slideshow"
				action={
					<>
						<StartButton />
						<NeedsScript />
					</>
				}
			>
				<Pictures />
			</Frame>
		</Watch>
	);
}

type FrameProps = { page: SessionPage; label: string; action?: ReactNode; children?: ReactNode };

function Frame({ page: { content, title, description, ownerName, thumbnail }, label, action, children }: FrameProps) {
	return (
		<main id="content" data-kind="session" className="pb-16">
			<ShareHero title={title} description={description} ownerName={ownerName} thumbnail={thumbnail} facts={factsOf(content)} icon={Images}>
				{action}
			</ShareHero>
			<section aria-label={label} className="mx-auto mt-8 max-w-[65rem] px-5 sm:mt-10 sm:px-6">
				{content.media.length > 0 ? (
					children
				) : (
					<p className="py-6 text-center text-ink-3">There are no pictures in this slideshow yet. Look in again later.</p>
				)}
			</section>
		</main>
	);
}

function SignIn({ path }: { path: string }) {
	return (
		<>
			<a href={authPath("/signin", path)} className={buttonClass({ tone: "primary", size: "l" })}>
				Sign in to watch the whole session
			</a>
			<a href={authPath("/signup", path)} className={buttonClass({ tone: "quiet", size: "l" })}>
				Create free account
			</a>
		</>
	);
}

/** Three small pictures, and how many more there are. */
function Preview({ page }: { page: SessionPage }) {
	const { media } = page.content;
	const others = media.length - previewed;
	return (
		<>
			<ul aria-label="First pictures" className="grid grid-cols-3 gap-2 sm:gap-4">
				{media.slice(0, previewed).map(({ id, type, seconds, thumbnail }, index) => (
					<li key={id}>
						<Thumb
							of={{ type, seconds, thumbnail: pathsOf(filesOf(page), { id, thumbnail }).thumbnail }}
							className="aspect-[4/3] w-full rounded-md sm:rounded-lg"
						/>
						<span className="sr-only">
							{type === "image" ? "Picture" : "Video"} {index + 1}
						</span>
					</li>
				))}
			</ul>
			{others > 0 && <p className="mt-4 text-center text-ink-2">and {others.toLocaleString("en")} more, with their captions.</p>}
		</>
	);
}

const filesOf = ({ code, itemId }: Pick<SessionPage, "code" | "itemId">) => `/api/files/share/${code}/items/${itemId}/files`;

const paceOf = ({ intervalMin, intervalMax, transition, isManualMode }: Content) => ({
	intervalMin,
	intervalMax,
	transition,
	isManualMode,
});

/** "Slideshow · 12 pictures · 5–8 s each" */
function factsOf({ media, intervalMin, intervalMax, isManualMode }: Content): string {
	const videos = media.filter(({ type }) => type === "video").length;
	const pictures = media.length - videos;
	const interval = intervalMin === intervalMax ? intervalMin : `${intervalMin}–${intervalMax}`;
	const parts = [
		"Slideshow",
		pictures > 0 && counted(pictures, "picture"),
		videos > 0 && counted(videos, "video"),
		pictures > 0 && (isManualMode ? "at your own pace" : `${interval} s each`),
	];
	return parts.filter(Boolean).join(" · ");
}
