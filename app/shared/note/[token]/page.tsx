import { sharedItemPage } from "@/app/shared/shared-item-page";
import { NoteViewer } from "@/lib/kinds/note/viewer";

const page = sharedItemPage("note", NoteViewer);

export const generateMetadata = page.generateMetadata;
export default page.Page;
