import { requireAccount } from "@/app/(owner)/require-account";
import { myShares } from "@/app/page-data/my-shares";
import { MyShares } from "@/components/share/my-shares";

export const metadata = { title: "My shares" };

export default async function SharesPage() {
	await requireAccount("/dashboard/shares");
	return <MyShares {...(await myShares())} />;
}
