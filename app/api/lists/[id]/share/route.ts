import { documentShare } from "@/lib/http/document-routes";
import { kinds } from "@/lib/kinds/registry";

/** /api/lists/:id/share: its link, on and off. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = documentShare(kinds.list);
