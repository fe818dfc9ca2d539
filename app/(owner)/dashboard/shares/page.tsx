import { requireAccount } from "@/app/(owner)/require-account";
import { calmly } from "@/app/calmly";
import { myShares } from "@/app/page-data/my-shares";
import { MyShares } from "@/components/share/my-shares";

export const metadata = { title: "My shares" };

async function SharesPage() {
	await requireAccount("/dashboard/shares");
	return <MyShares {...(await myShares())} />;
}

export default calmly(SharesPage);
