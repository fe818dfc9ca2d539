import { documents } from "@/lib/http/document-routes";
import { kinds } from "@/lib/kinds/registry";

/** /api/lists: the caller's lists, newest first; a new one. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = documents(kinds.list);
