import { Suspense } from "react";
import { requireAccount } from "@/app/(owner)/require-account";
import { calmly } from "@/app/calmly";
import { tokens } from "@/app/page-data/account";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { SettingsSkeleton } from "@/components/settings/settings-skeleton";
import { TokenSettings } from "@/components/settings/token-settings";

export const metadata = { title: "Tokens" };

async function LoadedTokens() {
	return <TokenSettings tokens={await tokens()} />;
}

async function TokensPage() {
	await requireAccount("/dashboard/settings/tokens");
	return (
		<SettingsFrame>
			<Suspense fallback={<SettingsSkeleton label="Tokens" />}>
				<LoadedTokens />
			</Suspense>
		</SettingsFrame>
	);
}

export default calmly(TokensPage);
