import { sharedItemPage } from "@/app/shared/shared-item-page";
import { ChatViewer } from "@/lib/kinds/chat/viewer";

const page = sharedItemPage("chat", ChatViewer);

export const generateMetadata = page.generateMetadata;
export default page.Page;
