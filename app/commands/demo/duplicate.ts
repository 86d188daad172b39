// One child written down twice: by its mother in spring, by its father, who had forgotten, some weeks ago.
import { addDays } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { Build } from "./build.ts";
import { type DemoRequest, addRequest } from "./care-request.ts";
import { addChild, openFamily } from "./families.ts";
import { joinTheList } from "./listing.ts";

/** The name as a hurried hand types it. */
const hurried = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();

/** @param requests those on the list, one of which is sent again */
export function addDuplicate(build: Build, requests: readonly DemoRequest[]): void {
  const { today, families } = build;
  const sentBefore = addDays(today, -60);
  const first = requests.find(
    ({ row, child, kind }) =>
      row.status === "waiting" &&
      kind === "nursery" &&
      child.birthDay !== null &&
      child.birthDay < sentBefore &&
      dayOf(row.submittedAt as Date) < sentBefore,
  );
  if (!first) throw new Error("Nobody in the demonstration town can be written down twice.");
  const { child, kind, pattern, startOn, wishes } = first;
  const family = openFamily(families, child.family.zone, child.family.profile);
  Object.assign(family, { lastName: hurried(child.family.lastName), language: child.family.language });
  const again = addChild(families, family, child.birthDay!);
  again.firstName = hurried(child.firstName);
  const submittedOn = addDays(today, -21);
  const request = addRequest(build, { child: again, kind, pattern, startOn, submittedOn, wishes });
  joinTheList(build, request);
}
