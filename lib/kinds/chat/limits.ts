/** Characters that a message has, and that all messages of a chat have together: it is read, and written, as one. */
export const longestMessage = 200_000;
export const longestChat = 10_000_000;
export const mostMessages = 20_000;
export const longestName = 200;
export const longestModel = 100;
