import { oneDocument } from "@/lib/http/document-routes";
import { kinds } from "@/lib/kinds/registry";

/** /api/lists/:id: one of the caller's lists. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = oneDocument(kinds.list);
