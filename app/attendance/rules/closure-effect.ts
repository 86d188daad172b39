// Whom a closure concerns: those with a stay booked on one of its days that is not off for another reason.
import type { Closure } from "./days-off.ts";
import { type RunningContract, plannedStays } from "./planned-stays.ts";

export type ClosureEffect<Contract> = {
  stays: number;
  /** Those with at least one of these stays. */
  contracts: Contract[];
};

/**
 * @param off days off without the closure
 * @param booked contracts of the stays booked one day at a time on days of the closure, once for each stay
 */
export function closureEffect<Contract extends RunningContract & { id: string }>(
  { fromDay, toDay }: Pick<Closure, "fromDay" | "toDay">,
  contracts: readonly Contract[],
  off: { has: (day: Closure["fromDay"]) => boolean },
  booked: readonly string[] = [],
): ClosureEffect<Contract> {
  const counted = contracts.map((contract) => ({
    contract,
    stays:
      plannedStays(contract, fromDay, toDay, off).length + booked.filter((id) => id === contract.id).length,
  }));
  return {
    stays: counted.reduce((sum, { stays }) => sum + stays, 0),
    contracts: counted.filter(({ stays }) => stays > 0).map(({ contract }) => contract),
  };
}
