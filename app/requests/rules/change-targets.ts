// Where an agent may send a request instead of where the rules propose. Free of zod: browsers load it.
import type { RatedCandidate } from "./coverage.ts";
import type { ReferralTarget } from "./referral-reasons.ts";

export type ChangeTarget = {
  /** What the form posts: "coordination", "association:<id>", "facility:<id>" or "rpe". */
  value: string;
  target: ReferralTarget;
  organisationId: string | null;
  facilityId: string | null;
  /** Name of the organisation or facility; null when the town has no such desk (yet). */
  name: string | null;
  /** What a facility covers of the hours; null when unknown or when it does not matter. */
  percent: number | null;
};

export type NamedCandidate = RatedCandidate & { organisationName: string | null };

type NamedDesk = { id: string; name: string } | null;
export type NamedDesks = { coordination: NamedDesk; rpe: NamedDesk };

/** Facilities that take the age, best coverage first; the associations that run a site, that of the school first. */
export function changeTargets(
  request: { kind: string; adviceConsent: boolean },
  candidates: NamedCandidate[],
  desks: NamedDesks,
): ChangeTarget[] {
  const desk = (target: "coordination" | "rpe", of: NamedDesks["rpe"]): ChangeTarget => ({
    value: target,
    target,
    organisationId: of?.id ?? null,
    facilityId: null,
    name: of?.name ?? null,
    percent: null,
  });
  return [
    desk("coordination", desks.coordination),
    ...(request.kind === "afterSchool" ? associations(candidates) : facilities(candidates)),
    ...(request.adviceConsent ? [desk("rpe", desks.rpe)] : []),
  ];
}

function facilities(candidates: NamedCandidate[]): ChangeTarget[] {
  return candidates
    .filter(({ takesAge }) => takesAge)
    .map(({ id, name, percent }) => ({
      value: `facility:${id}`,
      target: "facility",
      organisationId: null,
      facilityId: id,
      name,
      percent,
    }));
}

function associations(candidates: NamedCandidate[]): ChangeTarget[] {
  const targets = new Map<string, ChangeTarget>();
  const ofTheSchoolFirst = [...candidates].sort(
    (a, b) =>
      Number(b.servesSchool) - Number(a.servesSchool) ||
      (a.organisationName ?? "").localeCompare(b.organisationName ?? "", "fr"),
  );
  for (const { organisationId, organisationName } of ofTheSchoolFirst) {
    if (!organisationId || targets.has(organisationId)) continue;
    targets.set(organisationId, {
      value: `association:${organisationId}`,
      target: "association",
      organisationId,
      facilityId: null,
      name: organisationName,
      percent: null,
    });
  }
  return [...targets.values()];
}
