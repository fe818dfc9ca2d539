import type { ListenKind } from "./model";

/** What is to be shared, as a dialog about it shows it. */
export type ShareTarget = { kind: ListenKind; id: string; title: string; thumbnail: string | null };
