// Whom a closure concerns: those with a stay booked on one of its days that is not off for another reason.
import type { Closure } from "./days-off.ts";
import { type RunningContract, plannedStays } from "./planned-stays.ts";

export type ClosureEffect<Contract> = {
  stays: number;
  /** Those with at least one of these stays. */
  contracts: Contract[];
};

/** @param off days off without the closure */
export function closureEffect<Contract extends RunningContract>(
  { fromDay, toDay }: Pick<Closure, "fromDay" | "toDay">,
  contracts: readonly Contract[],
  off: { has: (day: Closure["fromDay"]) => boolean },
): ClosureEffect<Contract> {
  const counted = contracts.map((contract) => ({
    contract,
    stays: plannedStays(contract, fromDay, toDay, off).length,
  }));
  return {
    stays: counted.reduce((sum, { stays }) => sum + stays, 0),
    contracts: counted.filter(({ stays }) => stays > 0).map(({ contract }) => contract),
  };
}
