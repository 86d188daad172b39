// One child, several requests of one kind: the oldest goes on with its seniority, the others are closed.
import { type CareRequestStatus, careRequestStatuses, statusMeaning, transitions } from "./lifecycle.ts";

/** Statuses as the search for duplicates sorts them: those that wait, and those that count at all. */
export const statusesSeen = {
  open: careRequestStatuses.filter((each) => statusMeaning[each].outcome === "open"),
  alive: careRequestStatuses.filter((each) => statusMeaning[each].outcome !== "closed" && each !== "ended"),
};

export type RequestToCompare = {
  id: string;
  reference: string;
  kind: string;
  status: CareRequestStatus;
  version: number;
  submittedAt: Date;
};

export type RequestToClose = { closed: RequestToCompare; goesOn: RequestToCompare };

/** Open requests that double an older one of the same kind, each with the one that goes on. */
export function requestsToClose(requests: readonly RequestToCompare[]): RequestToClose[] {
  const open = requests
    .filter(({ status }) => statusMeaning[status].outcome === "open")
    .sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1));
  return open.flatMap((closed) => {
    const goesOn = open.find(({ kind }) => kind === closed.kind)!;
    return goesOn.id === closed.id ? [] : [{ closed, goesOn }];
  });
}

const offered: readonly CareRequestStatus[] = transitions.accept.from;

/** A request to close whose family has a place to answer: closing it would take the place away. */
export function withPlaceToAnswer(toClose: readonly RequestToClose[]): RequestToCompare | null {
  return toClose.find(({ closed }) => offered.includes(closed.status))?.closed ?? null;
}
