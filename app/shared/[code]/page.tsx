import { sharedItemPage } from "@/app/shared/shared-item-page";
import { SessionViewer } from "@/lib/kinds/session/viewer";

const page = sharedItemPage("session", SessionViewer);

export const generateMetadata = page.generateMetadata;
export default page.Page;
