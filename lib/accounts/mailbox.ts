/**
 * The mailbox behind an address: lower case, without a `+tag`; at Gmail without dots, under its one name. Only for telling
 * whether two addresses reach the same person; mail is never sent to it.
 */
export function mailbox(email: string): string {
	const [local = "", domain = ""] = email.trim().toLowerCase().split("@");
	const plain = local.split("+", 1)[0] ?? "";
	if (domain !== "gmail.com" && domain !== "googlemail.com") return `${plain}@${domain}`;
	return `${plain.replaceAll(".", "")}@gmail.com`;
}
