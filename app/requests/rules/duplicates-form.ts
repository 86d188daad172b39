import { z } from "#app/zod.ts";

/** What somebody decides of a pair, named by the ids of the two children. */
export const duplicateForm = z.object({
  intention: z.enum(["merge", "apart"]),
  enfant: z.string(),
  autre: z.string(),
});

/** What the address of the page asks for. */
export function readDuplicatesSearch(search: URLSearchParams): { page: number; childId: string | null } {
  const page = Number(search.get("page"));
  return { page: Number.isInteger(page) && page > 0 ? page : 1, childId: search.get("enfant") || null };
}
