import type { Metadata } from "next";
import { headers } from "next/headers";
import { calmly } from "@/app/calmly";
import { roomVisitor } from "@/app/page-data/room";
import { codeDigits, codeText, isCode } from "@/components/room/code-text";
import { OutsideScreen } from "@/components/room/outside-screen";
import { RoomPage } from "@/components/room/room-page";
import { SiteHeader } from "@/components/site/site-header";
import { setPageStatus } from "@/lib/http/page-status";

type Props = { params: Promise<{ code: string }> };

const codeOf = async ({ params }: Props) => codeDigits((await params).code);

export async function generateMetadata(props: Props): Promise<Metadata> {
	const code = await codeOf(props);
	return { title: isCode(code) ? `Room ${codeText(code)}` : "No such room", robots: { index: false, follow: false } };
}

async function OneRoomPage(props: Props) {
	const code = await codeOf(props);
	const { isSignedIn, name, origin } = await roomVisitor();
	if (isCode(code)) return <RoomPage key={code} code={code} url={`${origin}/room/${code}`} isSignedIn={isSignedIn} name={name} />;
	setPageStatus((await headers()).get("x-nonce"), 404);
	return (
		<>
			<SiteHeader signedIn={isSignedIn} next="/room" />
			<OutsideScreen reason="gone" />
		</>
	);
}

export default calmly(OneRoomPage);
