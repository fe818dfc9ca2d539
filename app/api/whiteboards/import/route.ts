import { importWith } from "@/lib/http/document-routes";
import { importBoard } from "@/lib/items/import-board";
import { kinds } from "@/lib/kinds/registry";
import { readScene } from "@/lib/kinds/whiteboard/files/read-scene";
import { roleOf } from "@/lib/kinds/whiteboard/scene";

/** With its pictures in it, a file is a third larger than they are. */
const maxBytes = 30 * 1024 * 1024;
const boards = { kind: kinds.whiteboard, roleOf, read: readScene };

/** POST /api/whiteboards/import: a whiteboard from an Excalidraw file. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = importWith(
	({ world, owner }, file, words) => importBoard(world, owner, boards, file, words),
	maxBytes,
);
