import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { PrismaClient } from "./generated/client";
import type { Turns } from "./turns";

type ClientOptions = NonNullable<ConstructorParameters<typeof PrismaClient>[0]>;
type Factory = NonNullable<ClientOptions["adapter"]>;
type Adapter = Awaited<ReturnType<Factory["connect"]>>;
type Isolation = Parameters<Adapter["startTransaction"]>[0];

/** Durable: a commit that was answered survives a power cut. One writer waits for another instead of failing. */
export const pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;";

const bare = (sql: string) => ({ sql, args: [], argTypes: [] });

/**
 * Begins by asking to write. As the stock adapter begins, a transaction may read, and then not write because another process did so
 * meanwhile: that is SQLITE_BUSY_SNAPSHOT, and waits for nothing (docs/decisions/0002).
 */
async function begin(writer: Adapter, isolation: Isolation) {
	const transaction = await writer.startTransaction(isolation);
	try {
		await transaction.executeRaw(bare("COMMIT"));
		await transaction.executeRaw(bare("BEGIN IMMEDIATE"));
		return transaction;
	} catch (error) {
		// Nothing has begun: this lets the next one have the connection, no more.
		await transaction.rollback();
		throw error;
	}
}

/**
 * SQLite for Prisma with two connections: one writes, one statement or one transaction after the other; one reads what is
 * committed. The stock adapter runs everything on one connection, where a statement that arrives during somebody else's
 * transaction becomes part of it and is lost when that one rolls back (docs/decisions/0002).
 */
export function sqliteAdapter(file: string, turn: Turns): Factory {
	const stock = new PrismaBetterSqlite3({ url: file });
	return {
		provider: stock.provider,
		adapterName: stock.adapterName,
		async connect() {
			const writer: Adapter = await stock.connect();
			await writer.executeScript(pragmas);
			const reader: Adapter = await stock.connect();
			await reader.executeScript(`${pragmas} PRAGMA query_only = ON;`);
			return serialised(writer, reader, turn);
		},
	};
}

function serialised(writer: Adapter, reader: Adapter, turn: Turns): Adapter {
	const oneAtATime = async <T>(work: () => Promise<T>): Promise<T> => {
		const done = await turn();
		try {
			return await work();
		} finally {
			done();
		}
	};
	return {
		provider: writer.provider,
		adapterName: writer.adapterName,
		queryRaw: (query) => (/^\s*SELECT\b/i.test(query.sql) ? reader.queryRaw(query) : oneAtATime(() => writer.queryRaw(query))),
		executeRaw: (query) => oneAtATime(() => writer.executeRaw(query)),
		executeScript: (script) => oneAtATime(() => writer.executeScript(script)),
		async startTransaction(isolation) {
			const done = await turn();
			try {
				const transaction = await begin(writer, isolation);
				const { commit, rollback } = transaction;
				transaction.commit = () => commit.call(transaction).finally(done);
				transaction.rollback = () => rollback.call(transaction).finally(done);
				return transaction;
			} catch (error) {
				done();
				throw error;
			}
		},
		async dispose() {
			await Promise.all([writer.dispose(), reader.dispose()]);
		},
	};
}
