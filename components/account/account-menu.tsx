"use client";

import { Check, Gift, LogOut, Monitor, Moon, Settings, Sun } from "lucide-react";
import Link from "next/link";
import { useTheme } from "next-themes";
import { ItemIndicator, RadioItem } from "radix-ui/dropdown-menu";
import { Cover } from "@/components/ui/cover";
import { Menu, MenuItem, MenuLabel, MenuRadioGroup, MenuSeparator, menuItemClass } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { leave } from "./leave";
import { type Account, publicName } from "./model";

const themes = [
	{ value: "system", label: "As the system", icon: Monitor },
	{ value: "light", label: "Light", icon: Sun },
	{ value: "dark", label: "Dark", icon: Moon },
];

const pages = [
	{ href: "/dashboard/settings", label: "Settings", icon: Settings },
	{ href: "/dashboard/referrals", label: "Invite friends", icon: Gift },
];

async function signOutHere() {
	const problem = await leave();
	if (problem) toast(problem, "bad");
}

/** Who is signed in; their own pages; the theme; the way out. `small` is the picture alone. */
export function AccountMenu({ account, small = false }: { account: Account; small?: boolean }) {
	const { theme, setTheme } = useTheme();
	const name = publicName(account);
	const trigger = (
		<button
			type="button"
			aria-label={small ? `Account: ${name}` : undefined}
			className={
				small
					? "grid size-11 place-items-center rounded-full"
					: "flex h-11 w-full items-center gap-3 rounded-md px-3 text-left font-medium hover:bg-sunken"
			}
		>
			<Cover title={account.username} thumbnail={account.image} className="w-[1.75rem] rounded-full" />
			{!small && <span className="sr-only">Account: </span>}
			{!small && <bdi className="min-w-0 truncate">{name}</bdi>}
		</button>
	);
	return (
		<Menu trigger={trigger} align={small ? "end" : "start"}>
			<MenuLabel className="max-w-64 px-3 pt-1.5 pb-2">
				<bdi className="block truncate font-[550]">{name}</bdi>
				<span className="block truncate text-[0.8125rem] text-ink-3">{account.email}</span>
			</MenuLabel>
			<MenuSeparator className="my-1.5 h-px bg-line" />
			{pages.map(({ href, label, icon: Icon }) => (
				<MenuItem key={href} asChild>
					<Link href={href}>
						<Icon aria-hidden="true" /> {label}
					</Link>
				</MenuItem>
			))}
			<MenuSeparator className="my-1.5 h-px bg-line" />
			<MenuLabel className="px-3 py-1 text-[0.8125rem] text-ink-3">Theme</MenuLabel>
			<MenuRadioGroup value={theme} onValueChange={setTheme}>
				{themes.map(({ value, label, icon: Icon }) => (
					<RadioItem key={value} value={value} className={menuItemClass} onSelect={(event) => event.preventDefault()}>
						<Icon aria-hidden="true" />
						<span className="grow">{label}</span>
						<ItemIndicator>
							<Check aria-hidden="true" />
						</ItemIndicator>
					</RadioItem>
				))}
			</MenuRadioGroup>
			<MenuSeparator className="my-1.5 h-px bg-line" />
			<MenuItem onSelect={() => void signOutHere()}>
				<LogOut aria-hidden="true" /> Sign out
			</MenuItem>
		</Menu>
	);
}
