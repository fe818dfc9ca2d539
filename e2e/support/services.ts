/** The throw-away PostgreSQL of `npm test`, a superuser's address: make a database of your own on it. Null where there is none. */
export const testPostgres = (): string | null => process.env.TEST_POSTGRES_URL || null;

/** The throw-away Redis of `npm test`. Null where there is none. */
export const testRedis = (): string | null => process.env.TEST_REDIS_URL || null;
