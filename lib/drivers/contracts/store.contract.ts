import { accountsContract } from "./accounts.contract";
import { coversContract } from "./covers.contract";
import { groupsContract } from "./groups.contract";
import { itemsContract } from "./items.contract";
import { kindsContract } from "./kinds.contract";
import { linksContract } from "./links.contract";
import { playsContract } from "./plays.contract";
import { policiesContract } from "./policies.contract";
import { referralsContract } from "./referrals.contract";
import type { Store } from "./store-scene";
import { tokensContract } from "./tokens.contract";

/** What every store keeps, under concurrency above all. */
export function storeContract(name: string, make: () => Promise<Store>): void {
	for (const suite of [
		accountsContract,
		tokensContract,
		referralsContract,
		itemsContract,
		coversContract,
		linksContract,
		policiesContract,
		kindsContract,
		playsContract,
		groupsContract,
	])
		suite(name, make);
}
