import { documentImport } from "@/lib/http/document-routes";
import { readList } from "@/lib/kinds/list/files/read-list";
import { kinds } from "@/lib/kinds/registry";

/** POST /api/lists/import: a list from a file. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = documentImport(kinds.list, readList);
