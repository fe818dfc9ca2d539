import { redirect } from "next/navigation";
import { calmly } from "@/app/calmly";
import { signInProblem, signInProviders } from "@/app/page-data/sign-in";
import { currentAccount } from "@/app/page-data/viewer";
import { AuthPage } from "@/components/account/auth-page";
import { wayBack } from "@/components/account/next-path";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { SignInForm } from "@/components/account/sign-in-form";

export const metadata = { title: "Log in" };

type Query = { next?: string | string[]; callbackUrl?: string | string[]; error?: string | string[] };

async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	const next = wayBack(query);
	if (await currentAccount()) redirect(next);
	return (
		<AuthPage
			title="Welcome back"
			lead="Your library and your links are where you left them."
			next={next}
			other={{ question: "New here?", label: "Create free account", page: "/signup" }}
		>
			<SignInForm next={next} problem={signInProblem(query.error)} />
			<ProviderButtons providers={signInProviders()} next={next} />
		</AuthPage>
	);
}

export default calmly(SignInPage);
