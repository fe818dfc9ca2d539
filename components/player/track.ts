/** Something to listen to. */
export type Track = { id: string; title: string; artist: string; duration: number | null; thumbnail: string | null };
