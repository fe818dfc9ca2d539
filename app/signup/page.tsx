import { redirect } from "next/navigation";
import { calmly } from "@/app/calmly";
import { signInProviders } from "@/app/page-data/sign-in";
import { currentAccount } from "@/app/page-data/viewer";
import { AuthPage } from "@/components/account/auth-page";
import { nextPath } from "@/components/account/next-path";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { SignUpForm } from "@/components/account/sign-up-form";

export const metadata = { title: "Create account" };

async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
	const next = nextPath((await searchParams).next);
	if (await currentAccount()) redirect(next);
	return (
		<AuthPage
			title="Create your account"
			lead="Free. One library, and links that you can turn off."
			next={next}
			other={{ question: "Have one already?", label: "Log in", page: "/signin" }}
		>
			<SignUpForm next={next} />
			<ProviderButtons providers={signInProviders()} next={next} />
		</AuthPage>
	);
}

export default calmly(SignUpPage);
