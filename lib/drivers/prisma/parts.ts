/** SQLite takes 999 values in a statement, and Prisma refuses longer lists (P2029) where it cannot split them itself. */
export function inParts<T>(all: T[], most = 500): T[][] {
	return Array.from({ length: Math.ceil(all.length / most) }, (_, part) => all.slice(part * most, (part + 1) * most));
}
