import { redirect } from "next/navigation";
import { currentAccount } from "@/app/page-data/viewer";
import { AuthPage } from "@/components/account/auth-page";
import { nextPath } from "@/components/account/next-path";
import { SignInForm } from "@/components/account/sign-in-form";

export const metadata = { title: "Log in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
	const next = nextPath((await searchParams).next);
	if (await currentAccount()) redirect(next);
	return (
		<AuthPage
			title="Welcome back"
			lead="Your library and your links are where you left them."
			next={next}
			other={{ question: "New here?", label: "Create free account", page: "/signup" }}
		>
			<SignInForm next={next} />
		</AuthPage>
	);
}
