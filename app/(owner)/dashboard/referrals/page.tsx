import { requireAccount } from "@/app/(owner)/require-account";
import { invitations } from "@/app/page-data/account";
import { InviteFriends } from "@/components/settings/invite-friends";

export const metadata = { title: "Invite friends" };

export default async function ReferralsPage() {
	await requireAccount("/dashboard/referrals");
	const loaded = await invitations();
	return loaded && <InviteFriends invitations={loaded} />;
}
