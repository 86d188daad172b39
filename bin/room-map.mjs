// Draws the map of the rooms in docs/architecture.md from the imports of the code; --check fails when it is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { cruise } from "dependency-cruiser";

const file = "docs/architecture.md";
const [begin, end] = ["<!-- room map: drawn by bin/room-map.mjs -->", "<!-- end of the room map -->"];
const everywhere = new Set(["ui", "i18n", "platform", "zod.ts", "calendar", "access"]);

/** "app/requests/acts/x.ts" is in the room "requests". */
const roomOf = (path) => /^app\/([^/]+)\//.exec(path)?.[1] ?? null;

const { output } = await cruise(["app"], {
  doNotFollow: { path: "node_modules" },
  exclude: { path: "generated" },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: { extensions: [".ts", ".tsx"] },
  ruleSet: { options: { tsConfig: { fileName: "tsconfig.json" } } },
});

const arrows = new Map();
for (const { source, dependencies } of output.modules) {
  for (const { resolved } of dependencies) {
    const [from, to] = [roomOf(source), roomOf(resolved)];
    if (!from || !to || from === to || from === "routes" || from === "commands" || everywhere.has(to))
      continue;
    if (everywhere.has(from)) continue;
    arrows.set(`${from} ${to}`, (arrows.get(`${from} ${to}`) ?? 0) + 1);
  }
}

const lines = [...arrows].sort().map(([pair, count]) => {
  const [from, to] = pair.split(" ");
  return `  ${from} -->|${count}| ${to}`;
});
const map = [begin, "", "```mermaid", "flowchart TD", ...lines, "```", "", end].join("\n");

const text = readFileSync(file, "utf8");
const drawn = text.slice(0, text.indexOf(begin)) + map + text.slice(text.indexOf(end) + end.length);
if (process.argv.includes("--check")) {
  if (drawn !== text) {
    console.error(`${file} no longer shows the imports as they are: run "node bin/room-map.mjs".`);
    process.exit(1);
  }
} else {
  writeFileSync(file, drawn);
}
