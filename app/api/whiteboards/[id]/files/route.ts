import { absentOf, toBoardFile } from "@/lib/contracts/content";
import { uploadEndpoint } from "@/lib/http/endpoint";
import { versioned } from "@/lib/http/item-version";
import { route } from "@/lib/http/route";
import { addPicture, pictureWords } from "@/lib/items/board-pictures";
import { ownItem } from "@/lib/items/own-item";
import { kinds } from "@/lib/kinds/registry";
import { storedPicture, withPicture } from "@/lib/kinds/whiteboard/change";
import { roleOf } from "@/lib/kinds/whiteboard/scene";

const maxBytes = 20 * 1024 * 1024;
const boards = { kind: kinds.whiteboard, roleOf, stored: storedPicture, noted: withPicture };

/** POST /api/whiteboards/:id/files: a picture for the board, which an element can show from then on. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route("content", {
	POST: uploadEndpoint({
		dialect: "content",
		upload: { field: "file", maxBytes, words: pictureWords },
		run: async ({ world, owner, params, file, body }) => {
			const board = await ownItem(world, owner, "whiteboard", params.id ?? "", absentOf(kinds.whiteboard));
			return addPicture(world, board, boards, file, body);
		},
		write: ({ item, id, created }) => versioned({ status: created ? 201 : 200, body: toBoardFile(item, id) }, item),
	}),
});
