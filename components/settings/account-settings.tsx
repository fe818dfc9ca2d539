import { providerNames } from "@/components/account/sign-in-provider";
import { DeleteAccount } from "./delete-account";
import { EmailForm } from "./email-form";
import type { Settings } from "./model";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { Section } from "./section";
import { SignOutEverywhere } from "./sign-out-everywhere";
import { YourData } from "./your-data";

/** Everything about the account itself. */
export function AccountSettings({ settings }: { settings: Settings }) {
	const names = settings.providers.map((id) => providerNames[id] ?? id);
	return (
		<>
			<ProfileForm settings={settings} />
			{names.length > 0 && (
				<Section title="Signing in">
					<p className="text-ink-2">
						You log in with {names.join(" and ")}, as <span className="wrap-anywhere text-ink">{settings.email}</span>.
					</p>
				</Section>
			)}
			{settings.hasPassword && <EmailForm email={settings.email} />}
			<PasswordForm key={String(settings.hasPassword)} email={settings.email} hasPassword={settings.hasPassword} />
			<SignOutEverywhere />
			<YourData />
			<DeleteAccount settings={settings} />
		</>
	);
}
