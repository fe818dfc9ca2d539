import { Suspense } from "react";
import { requireAccount } from "@/app/(owner)/require-account";
import { calmly } from "@/app/calmly";
import { settings } from "@/app/page-data/account";
import { AccountSettings } from "@/components/settings/account-settings";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { SettingsSkeleton } from "@/components/settings/settings-skeleton";

export const metadata = { title: "Settings" };

async function LoadedSettings() {
	const loaded = await settings();
	return loaded && <AccountSettings settings={loaded} />;
}

async function SettingsPage() {
	await requireAccount("/dashboard/settings");
	return (
		<SettingsFrame>
			<Suspense fallback={<SettingsSkeleton label="Settings" />}>
				<LoadedSettings />
			</Suspense>
		</SettingsFrame>
	);
}

export default calmly(SettingsPage);
