import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import {
  type AgreementStanding,
  type ContractKind,
  type ContractStage,
  agreementPeriod,
  agreementStanding,
  shownRow,
} from "../rules/agreement.ts";
import { type ContractFilters, matchesName } from "../rules/contract-filters.ts";
import { type FacilityContract, listFacilityContracts } from "../store/agreements.server.ts";
import { requireFacility } from "./require-facility.server.ts";

export type ContractLine = {
  agreementId: string;
  childName: string;
  sectionName: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  kind: ContractKind;
  stage: ContractStage;
  standing: AgreementStanding;
};

export type ContractsView = {
  facility: { id: string; name: string };
  filters: ContractFilters;
  counts: Record<AgreementStanding, number>;
  contracts: ContractLine[];
};

function lineOf(rows: FacilityContract[], today: CalendarDay): ContractLine {
  const row = shownRow(rows, today);
  const { agreementId, firstName, lastName, sectionName, pattern, kind, stage } = row;
  const period = agreementPeriod(rows) ?? row;
  return {
    agreementId,
    childName: `${firstName} ${lastName}`,
    sectionName,
    pattern,
    kind,
    stage,
    startOn: period.startOn,
    endOn: period.endOn,
    standing: agreementStanding(rows, today),
  };
}

/** The contracts of a facility, one line an agreement: names, hours and days, and nothing else. The reading is logged. */
export async function readContracts(
  visit: SignedVisit,
  facilityId: string | undefined,
  filters: ContractFilters,
): Promise<ContractsView> {
  const facility = await requireFacility(visit, facilityId);
  const byAgreement = new Map<string, FacilityContract[]>();
  for (const row of await listFacilityContracts(visit.db, facility.id, null)) {
    const known = byAgreement.get(row.agreementId);
    if (known) known.push(row);
    else byAgreement.set(row.agreementId, [row]);
  }
  const all = [...byAgreement.values()].map((rows) => lineOf(rows, visit.today));
  const named = all.filter(({ childName }) => matchesName(childName, filters.name));
  const counts = { coming: 0, running: 0, ended: 0 };
  for (const { standing } of named) counts[standing] += 1;
  await logFileRead(visit, "contract", facility.id);
  return {
    facility: { id: facility.id, name: facility.name },
    filters,
    counts,
    contracts: named
      .filter(({ standing }) => standing === filters.standing)
      .sort((a, b) => a.childName.localeCompare(b.childName, "fr") || (a.startOn < b.startOn ? -1 : 1)),
  };
}
