/** `held`: somebody else did not let go of a row in time. `unique`: there is such a row already. `gone`: a row that this one points to is not there. `conflict`: rolled back because another one was in its way. */
export type Fault = "unique" | "gone" | "conflict" | "held";

const byCode: Record<string, Fault> = {
	P2002: "unique",
	P2003: "gone",
	P2034: "conflict",
	SQLITE_CONSTRAINT_PRIMARYKEY: "unique",
	SQLITE_CONSTRAINT_UNIQUE: "unique",
	SQLITE_CONSTRAINT_FOREIGNKEY: "gone",
};
/** A statement in SQL fails with P2010, and the driver's own word for why stands within. */
const byKind: Record<string, Fault> = {
	UniqueConstraintViolation: "unique",
	ForeignKeyConstraintViolation: "gone",
	TransactionWriteConflict: "conflict",
};

/** Thrown in a transaction that finds a row gone which it was about to count on. */
export class Gone extends Error {}

/** By which rule the database refused a statement; null for any other failure. The transaction was rolled back. */
export function faultOf(error: unknown): Fault | null {
	if (error instanceof Gone) return "gone";
	const { code, meta } = fields(error);
	if (code !== "P2010") return byCode[String(code)] ?? null;
	const { kind, originalCode } = fields(fields(fields(meta).driverAdapterError).cause);
	return originalCode === "55P03" ? "held" : (byKind[String(kind)] ?? null);
}

function fields(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
