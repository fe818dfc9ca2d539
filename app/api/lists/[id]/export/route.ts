import { documentExport } from "@/lib/http/document-routes";
import { kinds } from "@/lib/kinds/registry";

/** GET /api/lists/:id/export?format=: it as a file. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = documentExport(kinds.list);
