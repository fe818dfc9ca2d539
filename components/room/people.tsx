import { Crown } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Face } from "./faces";
import { useInside } from "./room-context";

/** Who is in the room: the host, who is away, and for the host the way to hand the room over. */
export function People() {
	const { data, me, isHost, ask } = useInside();
	return (
		<ul aria-label="People" className="grid gap-0.5">
			{data.participants.map(({ id, name, connected }) => (
				<li key={id} className="relative flex min-h-11 flex-wrap items-center gap-x-2.5 gap-y-1">
					<Face id={id} name={name} away={!connected} />
					<span className="min-w-0 flex-1 font-[550] wrap-anywhere">
						<bdi>{name}</bdi>
						{id === me && <span className="font-normal text-ink-3"> (you)</span>}
					</span>
					{!connected && <Chip>Away</Chip>}
					{id === data.hostId && (
						<Chip>
							<Crown aria-hidden="true" /> Host
						</Chip>
					)}
					{isHost && connected && id !== me && (
						<Button size="s" onClick={() => void ask("POST", "/api/session/host", { participantId: id })}>
							Make host
							<span className="sr-only">
								{" "}
								<bdi>{name}</bdi>
							</span>
						</Button>
					)}
				</li>
			))}
		</ul>
	);
}
