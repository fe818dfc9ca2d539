import { calmly } from "@/app/calmly";
import { roomVisitor } from "@/app/page-data/room";
import { Entry } from "@/components/room/entry";

export const metadata = { title: "Movie rooms", description: "Find the film that suits all of you: everybody votes on their own phone." };

async function RoomsPage() {
	const { isSignedIn, name } = await roomVisitor();
	return <Entry isSignedIn={isSignedIn} name={name} />;
}

export default calmly(RoomsPage);
