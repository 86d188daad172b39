import { env } from "#app/platform/env.server.ts";
import { listDemonstrationAccounts } from "../store.server.ts";
import type { Visit } from "../visit.server.ts";

export type SignInPageView = { demonstrationAccounts: { id: string; name: string; role: string }[] };

/** In a demonstration, one account a role is offered in one click; in production there is none. */
export async function readSignInPage(visit: Visit): Promise<SignInPageView> {
  if (!env().demonstration) return { demonstrationAccounts: [] };
  const accounts = await listDemonstrationAccounts(visit.db);
  return {
    demonstrationAccounts: accounts.map(({ id, displayName, roles }) => ({
      id,
      name: displayName,
      role: roles[0] ?? "family",
    })),
  };
}

/** The account of a one-click button; null for anything else. */
export async function readDemonstrationAccount(visit: Visit, id: unknown): Promise<string | null> {
  if (!env().demonstration || typeof id !== "string") return null;
  const accounts = await listDemonstrationAccounts(visit.db);
  return accounts.find((account) => account.id === id)?.id ?? null;
}
