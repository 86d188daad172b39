// Read by any Node, even an old one: nothing recent in here.
import { readFileSync } from "fs";

/**
 * @param {string} version of the Node that runs, "v20.19.0"
 * @param {string} wanted the oldest version accepted, "20.19.0"
 * @returns {string | null} one line that says what to do; null when the version will do
 */
export function checkNode(version, wanted) {
  const have = version.replace("v", "").split(".").map(Number);
  const need = wanted.split(".").map(Number);
  for (let index = 0; index < 3; index += 1) {
    if (have[index] > need[index]) return null;
    if (have[index] < need[index]) {
      return `Node ${version} est trop ancien : installez Node ${wanted} ou plus récent (https://nodejs.org). / Node ${version} is too old: install Node ${wanted} or newer (https://nodejs.org).`;
    }
  }
  return null;
}

/** Leaves with that line when this Node is too old for package.json. */
export function requireNode() {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const problem = checkNode(process.version, manifest.engines.node.replace(">=", ""));
  if (!problem) return;
  process.stderr.write(problem + "\n");
  process.exit(1);
}
