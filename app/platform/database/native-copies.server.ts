import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

function packagesOf(modules: string): string[] {
  if (!existsSync(modules)) return [];
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .flatMap((entry) => {
      const folder = path.join(modules, entry.name);
      return entry.name.startsWith("@")
        ? readdirSync(folder).map((name) => path.join(folder, name))
        : [folder];
    });
}

/**
 * Folders where a package is installed, at any depth. Two copies of better-sqlite3 in one process each keep their
 * own table of file locks, which silently breaks SQLite's locking.
 */
export function installedCopies(name: string, modules: string): string[] {
  return packagesOf(modules).flatMap((folder) => [
    ...(path.relative(modules, folder) === name ? [folder] : []),
    ...installedCopies(name, path.join(folder, "node_modules")),
  ]);
}
