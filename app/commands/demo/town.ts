// The whole town, from a seed and a reference day: pure, and the same each time for the same two.
import { addAccounts } from "./accounts.ts";
import { addAdviceCases } from "./advice.ts";
import { schoolRows, sites } from "./after-school.ts";
import { type TownOptions, newBuild } from "./build.ts";
import { addChoices } from "./choices.ts";
import { addPlacedWithChildminders, childminders, placedWithChildminders } from "./childminders.ts";
import { addClosures } from "./closures.ts";
import { addDemonstrationFamily } from "./demonstration-family.ts";
import { addDuplicate } from "./duplicate.ts";
import { addFacilities } from "./facility.ts";
import { addFamilies } from "./families.ts";
import { keepPlacesFree } from "./free-places.ts";
import { nurseries } from "./nurseries.ts";
import { organisationRows } from "./organisations.ts";
import { addOccasional } from "./occasional.ts";
import { addPlacedAfterSchool } from "./placed-after-school.ts";
import { addPlacedInNurseries } from "./placed-nursery.ts";
import { addPresences } from "./presence.ts";
import { addRenewals } from "./renewals.ts";
import type { Rows } from "./rows.ts";
import { schoolPeriodRows } from "./school-calendar.ts";
import { streetRows } from "./streets.ts";
import { addWaiting } from "./waiting.ts";
import { zoneRows } from "./zones.ts";

/** Totals of the town, childminders among the nurseries; the demonstration family is one placed child, one offer and one waiting request of them, and one waiting request is sent twice. */
const placedInNurseries = { total: 1000, coming: 13 };
const placedAfterSchool = { total: 200, coming: 7 };
const withoutPlace = {
  offered: 25,
  submitted: 120,
  incomplete: 40,
  expectedBirth: 90,
  declinedKept: 25,
  expired: 15,
  waiting: 1185,
};
const openAdviceCases = 60;

export function generateTown(options: TownOptions): Rows {
  const build = newBuild(options);
  const { rows, agenda, seed, today } = build;
  rows.organisation = organisationRows();
  rows.zone = zoneRows();
  rows.street = streetRows();
  rows.school = schoolRows();
  rows.schoolPeriod = schoolPeriodRows();
  addFacilities(rows, [...nurseries, ...sites, ...childminders], today.slice(0, 4));
  addClosures(rows, agenda, seed);
  addChoices(rows, [...nurseries, ...sites], { seed, today, ratio: options.parameters.staffRatio });
  addAccounts(rows, today);
  addDemonstrationFamily(build);
  keepPlacesFree(build);
  // What is offered today is held before the sections fill up.
  const { offered, waiting, ...others } = withoutPlace;
  const answering = addWaiting(build, { offered: offered - 1 });
  const { total, coming } = placedInNurseries;
  addPlacedInNurseries(build, total - 1, coming, placedWithChildminders);
  addPlacedWithChildminders(build);
  addPlacedAfterSchool(build, placedAfterSchool.total, placedAfterSchool.coming);
  const requests = addWaiting(build, { ...others, waiting: waiting - 2 });
  addDuplicate(build, requests);
  addAdviceCases(build, [...answering, ...requests], openAdviceCases - 1);
  addRenewals(build);
  addFamilies(rows, build.families);
  addPresences(build);
  addOccasional(build);
  return rows;
}
