import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project, whatever the working folder is. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** The absolute path of something in the project. */
export const within = (...path) => join(root, ...path);
