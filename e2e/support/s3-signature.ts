import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const form = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** S3's code for what is wrong with a request's signature (version 4, in the header), or null when it is right. */
export function wrongSignature(request: IncomingMessage, keys: { accessKeyId: string; secretAccessKey: string }): string | null {
	const parts = form.exec(request.headers.authorization ?? "");
	if (!parts) return "AccessDenied";
	const [, id = "", day = "", region = "", names = "", signature] = parts;
	if (id !== keys.accessKeyId) return "InvalidAccessKeyId";
	const [path = "", query = ""] = (request.url ?? "").split("?");
	const words = query === "" ? [] : query.split("&").map((pair) => (pair.includes("=") ? pair : `${pair}=`));
	const headers = names.split(";").map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`);
	const payload = String(request.headers["x-amz-content-sha256"] ?? "");
	const canonical = [request.method, path, words.sort().join("&"), headers.join(""), names, payload].join("\n");
	const scope = `${day}/${region}/s3/aws4_request`;
	const digest = createHash("sha256").update(canonical).digest("hex");
	const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, digest].join("\n");
	const key = hmac(hmac(hmac(hmac(`AWS4${keys.secretAccessKey}`, day), region), "s3"), "aws4_request");
	return hmac(key, text).toString("hex") === signature ? null : "SignatureDoesNotMatch";
}
