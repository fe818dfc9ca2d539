import { oneDocument } from "@/lib/http/document-routes";
import { kinds } from "@/lib/kinds/registry";

/** /api/notes/:id: one of the caller's notes. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = oneDocument(kinds.note);
