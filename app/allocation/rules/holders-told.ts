// The holders as a family may hear of them.
import type { HoldersAbove } from "./holders-above.ts";
import type { Tally } from "./ranked-holders.ts";

export type HoldersTold = HoldersAbove & {
  /** Those of `reserved` and `points` together, where telling them apart would say the class of somebody. */
  ahead: Tally;
};

const nobody: Tally = { files: 0, children: 0, units: 0 };

/** @param apart whether reserved seats may be told apart from those held by points */
export function holdersTold({ kept, reserved, points }: HoldersAbove, apart: boolean): HoldersTold {
  if (apart) return { kept, reserved, points, ahead: nobody };
  const ahead = {
    files: reserved.files + points.files,
    children: reserved.children + points.children,
    units: reserved.units + points.units,
  };
  return { kept, reserved: nobody, points: nobody, ahead };
}
