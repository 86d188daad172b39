import { describe, expect, it } from "vitest";
import type { Binding } from "#app/allocation/rules/result.ts";
import { oneForEachFacility } from "#app/allocation/rules/explanation.ts";
import {
  aCell,
  aRequest,
  type Decision,
  explained,
  limits,
  refusedBy,
  served,
  told,
} from "./explained-town.ts";

const week = [1, 2, 3, 5].map((weekday) => aCell(weekday, "08:00", "12:00"));

/** Full on Monday and Tuesday; room for one more on Wednesday and Friday. */
function fullOnTwoDays(hoursCap: number) {
  const holders = served(60, 52, 50, 47, 45);
  const { basePoints: points, lottery } = holders[4]![0];
  const full = (cell: number): Binding => ({
    resource: `X/M/${cell}`,
    used: 5,
    need: 1,
    cap: 5,
    threshold: { points, lottery },
  });
  const hours = { id: "X/hours", facility: "X", kind: "weekHours" as const, week: null, period: null };
  const resources = [
    ...week.flatMap((_, cell) => limits(cell, { M: cell < 2 ? 5 : 6 })),
    { ...hours, cap: hoursCap, hardCap: hoursCap },
  ];
  const decisions: Decision[] = [...holders, [aRequest("R", 38), null, refusedBy(full(0), full(1))]];
  return explained({ cells: week, resources, decisions }, "R");
}

describe("what would have been different, the others' places staying", () => {
  it("names the other days that are full, and the days that are free, without a promise", () => {
    const explanation = fullOnTwoDays(1000);
    expect(explanation).toMatchObject({ fullDays: [2], free: { weekdays: [3, 5], together: true } });
    expect(told(explanation).slice(1)).toEqual([
      "Complet aussi à vos heures : mardi.",
      "Libre à vos heures le jour de la commission : mercredi et vendredi. Ce n'est pas une proposition de place.",
      "Les autres dossiers restant les mêmes, il aurait fallu au moins 46 points pour cet accueil. La prochaine commission peut être différente.",
    ]);
  });

  it("says that free days do not fit together when the hours of the week allow one only", () => {
    // Five children of 40 half-hours: 200; one day more is 10, two are 20.
    expect(fullOnTwoDays(215).free).toEqual({ weekdays: [3, 5], together: false });
    expect(told(fullOnTwoDays(215))).toContain(
      "Libre à vos heures le jour de la commission, mais pas tous ces jours ensemble : mercredi et vendredi. Ce n'est pas une proposition de place.",
    );
    expect(fullOnTwoDays(205).free.weekdays).toEqual([]);
  });

  it("siblings apart are refused by one facility, and told that both are needed", () => {
    const apart = aRequest("R", 38, {
      children: [1, 2].map((each) => ({ id: `K${each}`, section: "M", staffUnits: 5 })),
      options: [
        { kind: "wish", parts: ["X", "Y"].map((facility, child) => ({ child, facility, pattern: "p" })) },
      ],
    });
    const y = { id: "Y", facility: "Y", kind: "total" as const, cell: 0, cap: 1, hardCap: 1 };
    const other = aRequest("other", 0, {
      options: [{ kind: "current", parts: [{ child: 0, facility: "Y", pattern: "p" }] }],
      current: 0,
    });
    const refused = refusedBy({ resource: "Y", used: 1, need: 1, cap: 1, threshold: null });
    const decisions: Decision[] = [
      [other, "maintien"],
      [apart, null, refused],
    ];
    const explanation = explained({ resources: [...limits(0, { M: 5 }), y], decisions }, "R");
    expect(told(explanation)).toEqual([
      "Refusé à Y : mardi après-midi, toutes sections ensemble, la seule place est tenue par 1 enfant déjà accueilli.",
      "Cet accueil réunit X et Y : toutes les places, ou aucune.",
    ]);
  });

  it("the best option at each facility stands for the others in a letter", () => {
    const options = [["X"], ["X"], ["Y", "X"], ["Y"], ["X", "Y"]].map((facilities, option) => ({
      facilities,
      option,
    }));
    expect(oneForEachFacility(options).map(({ option }) => option)).toEqual([0, 2, 3]);
  });
});
