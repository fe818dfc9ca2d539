/** How long a playlist's texts may be; the server holds everybody to the same. */
export const playlistLimits = { name: 100, description: 500 };
