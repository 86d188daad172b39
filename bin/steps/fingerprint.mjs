// Remembers what a step was last done for, so that it is skipped until something it depends on changes.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./settings.mjs";

function filesOf(item) {
  if (!existsSync(item)) return [];
  if (statSync(item).isFile()) return [item];
  return readdirSync(item, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** One hash of the names and contents of files and folders, and of further words. */
export function fingerprint(items, ...words) {
  const hash = createHash("sha256");
  for (const file of items.flatMap(filesOf)) {
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.update(words.join("\0")).digest("hex");
}

export function matches(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === value;
}

export function remember(stamp, value) {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, value);
}
