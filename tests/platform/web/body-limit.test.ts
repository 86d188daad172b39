import type { AddressInfo } from "node:net";
import http from "node:http";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { limitBody } from "#app/platform/web/body-limit.server.ts";

let server: http.Server;
let port: number;

beforeAll(async () => {
  const app = express();
  app.use(limitBody);
  app.post("/", (_request, response) => void response.send("read"));
  server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

function post(headers: http.OutgoingHttpHeaders, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    request.on("error", reject);
    request.write(body);
    if (headers["Content-Length"] !== 9_000_000) request.end();
  });
}

it("reads a form of an ordinary length", async () => {
  expect(await post({ "Content-Length": 5 }, "a=bcd")).toBe(200);
});

it("refuses nine million bytes before they are sent", async () => {
  expect(await post({ "Content-Length": 9_000_000 }, "a")).toBe(413);
});

it("refuses a body that does not say how long it is", async () => {
  expect(await post({ "Transfer-Encoding": "chunked" }, "a=bcd")).toBe(411);
});
