import { documents } from "@/lib/http/document-routes";
import { kinds } from "@/lib/kinds/registry";

/** /api/whiteboards: the caller's whiteboards, newest first; a new one. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = documents(kinds.whiteboard);
