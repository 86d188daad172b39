// Serves the production build and tells its parent, as one JSON line, where, and which doors the build holds.
import path from "node:path";
import { pathToFileURL } from "node:url";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href);

function pathOf(route) {
  const parent = route.parentId ? pathOf(build.routes[route.parentId]) : "";
  return [parent, route.path].filter(Boolean).join("/");
}

const doors = Object.values(build.routes)
  .filter((route) => route.id !== "root")
  .map((route) => ({
    id: route.id,
    path: `/${pathOf(route)}`,
    reads: typeof route.module.loader === "function",
    acts: typeof route.module.action === "function",
    page: typeof route.module.default === "function",
  }));
const server = await build.entry.module.startServer(build);
process.stdout.write(`${JSON.stringify({ url: server.url, doors })}\n`);
process.on("SIGTERM", () => server.close().then(() => process.exit(0)));
