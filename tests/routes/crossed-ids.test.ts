// One's own door, somebody else's thing in the form: the address is allowed, what is posted is not.
import { expect, it } from "vitest";
import { secrets } from "./roles.ts";
import type { RoleName } from "./roles.ts";
import { serveTown } from "./served-town.ts";
import { stateOf } from "./town-state.ts";

const { url, db, town, cookies } = await serveTown();

type Crossed = { role: RoleName; at: string; body: Record<string, string>; what: string };

const crossed: Crossed[] = [
  {
    what: "a manager marks a stay of another facility through the own list",
    role: "otherFacilityManager",
    at: "/structure/facility-other-nursery/presences",
    body: { presenceId: town.presences.family, version: "1", mark: "asPlanned" },
  },
  {
    what: "a manager confirms a section of another facility through the own list",
    role: "otherFacilityManager",
    at: "/structure/facility-other-nursery/presences",
    body: { section: "facility-nursery-section" },
  },
  {
    what: "a parent answers another family's offer from the own request",
    role: "otherFamily",
    at: `/famille/demandes/${town.requests.otherFamily}`,
    body: { intention: "answer", reponse: "accept", version: "1", offre: town.offers.family },
  },
  {
    what: "a parent reports the absence of another family's child",
    role: "otherFamily",
    at: "/famille/calendrier",
    body: {
      contractId: town.contracts.family,
      plannedStart: new Date(Date.now() + 86_400_000).toISOString(),
      absence: "sick",
    },
  },
  {
    what: "an association refers the request of another from its own desk",
    role: "associationManager",
    at: `/guichet/a-traiter?demande=${town.requests.ofOtherAssociation}`,
    body: { intent: "change", version: "1", target: "rpe", changeReason: "needs-advice" },
  },
  {
    what: "an association offers a place of another for its own request",
    role: "associationManager",
    at: `/guichet/demandes/${town.requests.ofAssociation}/proposer`,
    body: { version: "1", section: "facility-other-site-section", debut: "2030-01-07", heures: "asked" },
  },
  {
    what: "an administrator ends a role through another account's page",
    role: "administrator",
    at: "/administration/comptes/account-observer",
    body: { act: "end", membership: "membership-coordinator" },
  },
];

it.each(crossed)("$what: nothing moves, nothing is told", async ({ role, at, body }) => {
  // That somebody tried may be written down.
  const state = () => stateOf(db, ["AuditEntry"]);
  const before = await state();
  const response = await fetch(url + at, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookies[role] },
    body: new URLSearchParams(body),
  });
  expect(response.status).toBeLessThan(500);
  const text = await response.text();
  const own = {
    otherFamily: ["otherFamily"],
    otherFacilityManager: ["otherFamily"],
    associationManager: ["ofAssociation"],
  };
  const known: string[] = own[role as keyof typeof own] ?? [];
  for (const [whose, name] of Object.entries(secrets))
    if (!known.includes(whose)) expect(text).not.toContain(name);
  expect(await state()).toBe(before);
});
