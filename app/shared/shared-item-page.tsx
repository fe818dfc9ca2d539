import type { Metadata } from "next";
import { type ComponentType, cache } from "react";
import { calmly, calmTitle } from "@/app/calmly";
import { linkPreview } from "@/app/page-data/link-preview";
import { type ContentOf, sharedItem } from "@/app/page-data/shared-item";
import { refusedScreen } from "@/app/refused-screen";
import { LiveChip } from "@/components/live/live-chip";
import { LivePage } from "@/components/live/live-page";
import { CountedView } from "@/components/share/counted-view";
import type { SharedItem } from "@/components/share/model";
import { refusalTitle } from "@/components/share/refusal-title";
import { SiteHeader } from "@/components/site/site-header";
import { kinds } from "@/lib/kinds/registry";
import type { KindName } from "@/lib/shares/kind";

/** Kinds that change before a visitor's eyes, and those of them that a page draws by itself. */
const isToldOf = (name: KindName) => name === "list" || name === "note";
const follows = (name: KindName) => isToldOf(name) || name === "whiteboard";

type Search = Readonly<Record<string, string | undefined>>;
/** The code is the only part of the path that changes, whatever its family calls it. */
type Props = { params: Promise<Record<string, string>>; searchParams: Promise<Record<string, string | string[] | undefined>> };
/** Of each name in the query its first value. */
const searchOf = async ({ searchParams }: Props): Promise<Search> =>
	Object.fromEntries(Object.entries(await searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
const codeOf = async ({ params }: Props) => Object.values(await params)[0] ?? "";

/** The public page of a kind that is looked at: what a link shows, or the one calm screen that says why not. `search` may say which part of it. */
export function sharedItemPage<Name extends KindName>(
	name: Name,
	Viewer: ComponentType<{ page: SharedItem<ContentOf<Name>>; search: Search }>,
) {
	const load = cache((code: string) => sharedItem(name, code));
	const pathOf = (code: string) => kinds[name].page(encodeURIComponent(code));

	async function title(props: Props): Promise<Metadata> {
		const code = await codeOf(props);
		const [page, preview] = await Promise.all([load(code), linkPreview(code, pathOf(code), [name])]);
		return { ...preview, title: page.refusal ? refusalTitle[page.refusal.code] : page.title };
	}

	async function SharedItemPage(props: Props) {
		const code = await codeOf(props);
		const page = await load(code);
		if (page.refusal) return refusedScreen(page.refusal, code, pathOf(code));
		return (
			<LivePage
				code={page.code}
				path={pathOf(page.code)}
				updatedAt={page.updatedAt}
				call={isToldOf(name) ? `/api/shared/${name}/${page.code}` : null}
			>
				<SiteHeader signedIn={page.signedIn} next={pathOf(page.code)}>
					{follows(name) && <LiveChip />}
				</SiteHeader>
				<Viewer page={page} search={await searchOf(props)} />
				<CountedView code={page.code} />
			</LivePage>
		);
	}

	return { generateMetadata: calmTitle(title), Page: calmly(SharedItemPage) };
}
