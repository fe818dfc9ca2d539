import { accountsContract } from "./accounts.contract";
import { itemsContract } from "./items.contract";
import { linksContract } from "./links.contract";
import { playsContract } from "./plays.contract";
import type { Store } from "./store-scene";

/** What every store keeps, under concurrency above all. */
export function storeContract(name: string, make: () => Promise<Store>): void {
	for (const suite of [accountsContract, itemsContract, linksContract, playsContract]) suite(name, make);
}
