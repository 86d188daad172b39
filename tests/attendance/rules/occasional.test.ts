import { expect, it } from "vitest";
import { mayMoveStay, occasionalStatuses, occasionalTransitions } from "#app/attendance/rules/occasional.ts";

it("nothing leads from the waiting list to a booking without the family's word", () => {
  const toBooked = Object.entries(occasionalTransitions).filter(([, { to }]) => to === "booked");
  expect(toBooked).toEqual([["accept", { from: ["asked"], to: "booked", by: ["family"] }]]);
});

it("what is over stays over", () => {
  for (const status of ["cancelled", "declined", "lapsed"] as const)
    for (const name of Object.keys(occasionalTransitions) as (keyof typeof occasionalTransitions)[])
      for (const by of ["family", "facility", "clock"] as const)
        expect(mayMoveStay(name, status, by)).toBe(false);
  expect(occasionalStatuses).toHaveLength(6);
});
