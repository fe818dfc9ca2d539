import { documentShare } from "@/lib/http/document-routes";
import { kinds } from "@/lib/kinds/registry";

/** /api/whiteboards/:id/share: its link, on and off. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = documentShare(kinds.whiteboard);
