import { oneDocument } from "@/lib/http/document-routes";
import { documentChanges } from "@/lib/items/documents";
import { kinds } from "@/lib/kinds/registry";
import { mergeBoard, replaceBoard } from "@/lib/kinds/whiteboard/change";
import { sceneChanges } from "@/lib/kinds/whiteboard/scene";

const parts = documentChanges(kinds.whiteboard, { ...kinds.whiteboard.content.shape, canvas_data: sceneChanges });

/** /api/whiteboards/:id: one of the caller's whiteboards. PUT takes a whole scene, PATCH the elements that changed. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = oneDocument(kinds.whiteboard, {
	replace: { put: replaceBoard },
	merge: { put: mergeBoard, body: parts },
});
