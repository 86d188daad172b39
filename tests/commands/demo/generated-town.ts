// The town that the demonstration generates for a seed and a day, with the parameters of the seed file.
import { readFileSync } from "node:fs";
import { offerDelays } from "#app/allocation/rules/offer.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import type { Rows } from "#app/commands/demo/rows.ts";
import { generateTown } from "#app/commands/demo/town.ts";
import { staffRatio } from "#app/facilities/rules/limit-parameters.ts";
import type { ParameterRow } from "#app/platform/parameters.server.ts";
import { requestDelays } from "#app/requests/rules/delays.ts";
import { renewalSettings } from "#app/requests/rules/renewal.ts";
import { referralRules } from "#app/requests/rules/referral.ts";

const parameters = JSON.parse(readFileSync("prisma/seed/parameters.json", "utf8")) as ParameterRow[];
const parameter = (code: string): unknown => parameters.find((row) => row.code === code)!.value;
export const town = (seed: number, day: string): Rows =>
  generateTown({
    seed,
    today: asDay(day),
    parameters: {
      bands: timeBands.parse(parameter("time-bands")),
      referralRules: referralRules.parse(parameter("referral-rules")),
      delays: {
        ...requestDelays.parse(parameter("delays")),
        ...offerDelays.parse(parameter("delays")),
        localLaw: "alsace-moselle",
      },
      staffRatio: staffRatio.parse(parameter("staff-ratio")),
      renewal: renewalSettings.parse(parameter("renewal")),
    },
  });

let kept: Rows | undefined;
/** The town of the usual seed, made once for all who only read it. */
export const usualTown = (): Rows => (kept ??= town(57_463, "2026-11-23"));
