import NextAuth from "next-auth";
import type { Handler } from "@/lib/http/endpoint";
import { authOptions } from "@/lib/http/next-auth";
import { route } from "@/lib/http/route";
import { platform } from "@/lib/platform";

const handler: Handler = (request, context) => NextAuth(authOptions(platform()))(request, context);

/** /api/auth/…: next-auth's own calls (csrf, callback, session, signout). */
export const { GET, POST, PUT, PATCH, DELETE } = route("native", { GET: handler, POST: handler });
