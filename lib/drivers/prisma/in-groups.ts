import { isUnfit } from "./away";
import { faultOf } from "./faults";
import { groupCommit } from "./group-commit";
import type { Statements, Together } from "./statements";

/** Few enough for the 32,766 values that SQLite takes in a statement, with eight of them an operation. */
const mostInOne = 400;

/** Does operations in groups, each group in one transaction. */
export function inGroups<Op extends { shareId: number }, Result>(
	together: Together,
	work: (tx: Statements, ops: Op[]) => Promise<Result[]>,
): (op: Op) => Promise<Result> {
	return groupCommit((ops) => together((tx) => work(tx, ops)), {
		most: mostInOne,
		about: ({ shareId }) => shareId,
		isHeldUp: (error) => faultOf(error) === "held",
		isOnesFault: (error) => ["unique", "gone"].includes(faultOf(error) ?? "") || isUnfit(error),
	});
}
