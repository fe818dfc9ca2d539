// Runs in the browser before anything else of ours.

// Zod compiles its parsers with `new Function` where it may. Our policy forbids it, and even asking is reported as a violation. This is where Zod keeps what its
// `config()` sets (https://github.com/colinhacks/zod/pull/5889); to import that would load 5 kB into every page.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
