import { config } from "zod/mini";

// Zod compiles its parsers with `new Function` where it may. Our policy forbids it, and even asking is reported as a violation.
// Import this before any schema is made.
config({ jitless: true });
