/** Who else can say who somebody is. */
export type SignInProvider = { id: "github" | "google"; name: string };

export const providerNames: Record<string, string> = { github: "GitHub", google: "Google" };
