import { sharedItemPage } from "@/app/shared/shared-item-page";
import { WhiteboardViewer } from "@/lib/kinds/whiteboard/viewer";

const page = sharedItemPage("whiteboard", WhiteboardViewer);

export const generateMetadata = page.generateMetadata;
export default page.Page;
