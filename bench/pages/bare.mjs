// The reference: Node's own server answering the same bytes, already made.
import http from "node:http";

let body = "hello";
const server = http.createServer((_request, response) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(body);
});
process.on("message", (message) => {
  if (message.html) body = message.html;
  const { user, system } = process.cpuUsage();
  process.send({ total: user + system });
});
server.listen(0, "127.0.0.1", () => process.send({ url: `http://127.0.0.1:${server.address().port}/` }));
