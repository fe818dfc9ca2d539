import { sharedItemPage } from "@/app/shared/shared-item-page";
import { ListViewer } from "@/lib/kinds/list/viewer";

const page = sharedItemPage("list", ListViewer);

export const generateMetadata = page.generateMetadata;
export default page.Page;
