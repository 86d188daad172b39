import type { DirectoryFilters } from "../rules/directory.ts";

/** The page with its filters in the address. */
export function directoryHref({ kind, quarter }: DirectoryFilters): string {
  const search = new URLSearchParams();
  if (kind) search.set("type", kind);
  if (quarter) search.set("quartier", quarter);
  return `/structures?${search}#liste`;
}
