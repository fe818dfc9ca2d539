// What plain `node:http` makes of the same work: it reads the request's body and answers given bytes, or a part of a file.
import { createReadStream } from "node:fs";
import { createServer } from "node:http";

let answer = { status: 204, headers: {}, body: "" };
let body = Buffer.alloc(0);

const server = createServer((request, response) => {
	request.on("data", () => {});
	request.on("end", () => {
		response.writeHead(answer.status, answer.headers);
		if (answer.file) createReadStream(answer.file, { start: answer.start, end: answer.end }).pipe(response);
		else response.end(body);
	});
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
process.on("message", (next) => {
	answer = next;
	body = Buffer.from(next.body ?? "", "base64");
	process.send({ ready: true });
});
process.on("disconnect", () => process.exit());
