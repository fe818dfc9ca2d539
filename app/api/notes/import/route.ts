import { documentImport } from "@/lib/http/document-routes";
import { readNote } from "@/lib/kinds/note/files/read-note";
import { kinds } from "@/lib/kinds/registry";

/** POST /api/notes/import: a note from a file. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = documentImport(kinds.note, readNote);
