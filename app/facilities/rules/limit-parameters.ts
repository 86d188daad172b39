// The figures of the law, as dated parameters. Each carries the article that a refusal cites.
import { z } from "#app/zod.ts";

const article = z.string().min(1);
const count = z.number().int().positive();

/** The parameter "over-capacity". */
export const overCapacityRule = z.object({ instantPercent: count, weeklyPercent: count, article });
export type OverCapacityRule = z.output<typeof overCapacityRule>;

const byLength = z.object({ upTo5h: count, over5h: count });
const byAge = z.object({ under6: byLength, from6: byLength });

/** The parameter "staff-ratio": children for one adult. */
export const staffRatio = z.object({
  nursery: z.object({
    nonWalkers: count,
    walkers: count,
    single: count,
    article,
    minimumStaff: count,
    /** Where fewer may do: a second adult from that child on. */
    microNursery: z.object({ secondStaffFromChild: count }),
    minimumArticle: article,
  }),
  afterSchool: z.object({ withPedt: byAge, withoutPedt: byAge, article }),
});
export type StaffRatio = z.output<typeof staffRatio>;

export type LimitParameters = { overCapacity: OverCapacityRule; staffRatio: StaffRatio };
