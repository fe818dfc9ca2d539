/** The bucket cannot be used; the message says why, without any secret, in words for the person who starts the server. */
export class UnusableBucket extends Error {}
