import { People } from "../people";
import { useInside } from "../room-context";
import { BallotEditor } from "./ballot-editor";
import { BallotView } from "./ballot-view";
import { Card } from "./card";
import { Invite } from "./invite";
import { LikesForm } from "./likes-form";

/** Before the vote: who is here, how others come in, and what there will be to vote on. */
export function Lobby() {
	const { isHost, data } = useInside();
	return (
		<main
			id="content"
			className="mx-auto grid w-full max-w-[66rem] grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-2 pb-10 sm:px-6 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-6"
		>
			<h1 className="text-[2rem] wrap-anywhere lg:col-span-2">
				<bdi>{data.hostName || "Movie"}</bdi>
				{data.hostName ? "’s room" : " room"}
			</h1>
			<div className="grid min-w-0 content-start gap-4 lg:col-start-2 lg:row-start-2 lg:gap-6">
				<Invite />
				<Card title="Who is here">
					<People />
				</Card>
			</div>
			<div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4 lg:col-start-1 lg:row-start-2 lg:gap-6">
				{isHost ? <BallotEditor /> : <BallotView />}
				<LikesForm />
			</div>
		</main>
	);
}
