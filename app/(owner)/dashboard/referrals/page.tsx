import { requireAccount } from "@/app/(owner)/require-account";
import { calmly } from "@/app/calmly";
import { invitations } from "@/app/page-data/account";
import { InviteFriends } from "@/components/settings/invite-friends";

export const metadata = { title: "Invite friends" };

async function ReferralsPage() {
	await requireAccount("/dashboard/referrals");
	const loaded = await invitations();
	return loaded && <InviteFriends invitations={loaded} />;
}

export default calmly(ReferralsPage);
