import { describe, expect, it } from "vitest";
import type { Binding } from "#app/allocation/rules/result.ts";
import {
  aCell,
  aRequest,
  type Commission,
  type Decision,
  explained,
  keptSeats,
  limits,
  refusedBy,
  served,
  told,
} from "./explained-town.ts";

const key = ([request]: Decision) => ({ points: request.basePoints, lottery: request.lottery });
const full = (
  resource: string,
  cap: number,
  threshold: Binding["threshold"],
  more: Partial<Binding> = {},
): Binding => ({
  resource,
  used: cap,
  need: 1,
  cap,
  threshold,
  ...more,
});
const mine = (decision: Decision): Commission["decisions"] => [decision];

describe("why a request was refused, in a sentence", () => {
  it("says where, when, who holds the places, from how many points, and the family's own points", () => {
    const holders = served(60, 52, 50, 47, 45);
    const refused = refusedBy(full("X/M/0", 14, key(holders[4]!)));
    const explanation = explained(
      {
        resources: limits(0, { M: 14 }),
        decisions: [...keptSeats(9), ...holders, ...mine([aRequest("R", 38), null, refused])],
      },
      "R",
    );
    expect(told(explanation)).toEqual([
      "Refusé à X : mardi après-midi, section moyens, les 14 places sont tenues par 9 enfants déjà accueillis et 5 dossiers d'au moins 45 points. Le vôtre : 38.",
      "Les autres dossiers restant les mêmes, il aurait fallu au moins 46 points pour cet accueil. La prochaine commission peut être différente.",
    ]);
    expect(told(explanation, "en", { section: () => "middle" })[0]).toBe(
      "Refused at X: Tuesday afternoon, section middle, the 14 places are held by 9 children already in care and 5 requests with at least 45 points. Yours: 38.",
    );
  });

  it("counts points added at that facility alone", () => {
    const holders = served(60, 52, 50, 47, 45);
    const refused = refusedBy(full("X/M/0", 5, key(holders[4]!)));
    const request = aRequest("R", 28, { localPoints: { X: 10, Y: 90 } });
    const explanation = explained(
      { resources: limits(0, { M: 5 }), decisions: [...holders, ...mine([request, null, refused])] },
      "R",
    );
    expect(explanation).toMatchObject({ kind: "points", own: { points: 38 }, leastPoints: 46 });
  });

  it("gives the ranks of the draw when points are equal", () => {
    const holders = served(60, 52, 50, 47);
    holders.push([aRequest("last", 38, { lottery: 212 }), "points"]);
    const refused = refusedBy(full("X/M/0", 5, { points: 38, lottery: 212 }));
    const commission = {
      resources: limits(0, { M: 5 }),
      decisions: [...holders, ...mine([aRequest("R", 38, { lottery: 640 }), null, refused])],
    };
    const explanation = explained(commission, "R");
    expect(explanation).toMatchObject({ kind: "equalPoints", leastPoints: 39 });
    expect(told(explanation)[0]).toBe(
      "Refusé à X : mardi après-midi, section moyens, les 5 places sont tenues par 5 dossiers d'au moins 38 points. Le dernier admis : 38 points, rang de tirage 212. Le vôtre : 38 points, rang de tirage 640.",
    );
    expect(told(explanation, "fr", { drawDay: "2027-03-03" })[0]).toContain("(tirage publié le 3 mars 2027)");
  });

  it("speaks of children already in care alone, without points", () => {
    const refused = refusedBy(full("X/M/0", 3, null));
    const explanation = explained(
      { resources: limits(0, { M: 3 }), decisions: [...keptSeats(3), [aRequest("R", 38), null, refused]] },
      "R",
    );
    expect(explanation).toMatchObject({ kind: "kept", threshold: null, leastPoints: "beyond" });
    expect(told(explanation)).toEqual([
      "Refusé à X : mardi après-midi, section moyens, les 3 places sont tenues par 3 enfants déjà accueillis.",
    ]);
  });

  it("says that no place is open, or that there are too few for siblings together", () => {
    const closed = explained(
      {
        resources: limits(0, { M: 0 }),
        decisions: [[aRequest("R", 38), null, refusedBy(full("X/M/0", 0, null))]],
      },
      "R",
    );
    expect(told(closed)).toEqual([
      "Refusé à X : mardi après-midi, section moyens, aucune place n'est ouverte.",
    ]);
    const twins = aRequest("R", 38, {
      children: [1, 2].map((each) => ({ id: `K${each}`, section: "M", staffUnits: 5 })),
      options: [{ kind: "wish", parts: [0, 1].map((child) => ({ child, facility: "X", pattern: "p" })) }],
    });
    const one = refusedBy({ resource: "X/M/0", used: 0, need: 2, cap: 1, threshold: null });
    const few = explained({ resources: limits(0, { M: 1 }), decisions: [[twins, null, one]] }, "R");
    expect(told(few)).toEqual([
      "Refusé à X : mardi après-midi, section moyens, la seule place ne suffit pas. Il en faut 2 en même temps.",
    ]);
    const almost = refusedBy({ resource: "X/M/0", used: 2, need: 2, cap: 3, threshold: null });
    const held = explained(
      { resources: limits(0, { M: 3 }), decisions: [...keptSeats(2), [twins, null, almost]] },
      "R",
    );
    expect(told(held)[0]).toBe(
      "Refusé à X : mardi après-midi, section moyens, 2 des 3 places sont tenues par 2 enfants déjà accueillis. Il en faut 2 en même temps.",
    );
  });

  it("counts places held over capacity, and children beside requests of siblings", () => {
    const siblings = aRequest("S", 70, {
      children: [1, 2].map((each) => ({ id: `S${each}`, section: "M", staffUnits: 5 })),
      options: [{ kind: "wish", parts: [0, 1].map((child) => ({ child, facility: "X", pattern: "p" })) }],
    });
    const holders: Decision[] = [...served(60, 52, 50, 47), [siblings, "points"]];
    const refused = refusedBy(full("X/M/0", 6, key(holders[3]!)));
    const explanation = explained(
      {
        resources: limits(0, { M: 5 }),
        decisions: [...holders, ...mine([aRequest("R", 38), null, refused])],
        others: [{ surnombre: { resource: "X/M/0", plus: 1, request: "served-3" } }],
      },
      "R",
    );
    expect(explanation).toMatchObject({ cap: 6, surnombre: 1, leastPoints: 48 });
    expect(told(explanation)[0]).toBe(
      "Refusé à X : mardi après-midi, section moyens, les 6 places (dont 1 en surnombre) sont tenues par 5 dossiers d'au moins 47 points (6 enfants). Le vôtre : 38.",
    );
  });
});

describe("limits that are not places of a section", () => {
  const holders = served(60, 52, 50, 47, 45);
  const last = key(holders[4]!);

  it("all sections together", () => {
    const refused = refusedBy(full("X/total/0", 5, last));
    const commission = {
      resources: limits(0, { total: 5 }),
      decisions: [...holders, ...mine([aRequest("R", 38), null, refused])],
    };
    expect(told(explained(commission, "R"))[0]).toBe(
      "Refusé à X : mardi après-midi, toutes sections ensemble, les 5 places sont tenues par 5 dossiers d'au moins 45 points. Le vôtre : 38.",
    );
  });

  it("the staff on duty", () => {
    const refused = refusedBy({ resource: "X/staff/0", used: 25, need: 5, cap: 25, threshold: last });
    const commission = {
      resources: limits(0, { staff: 25 }),
      decisions: [...holders, ...mine([aRequest("R", 38), null, refused])],
    };
    expect(told(explained(commission, "R"))[0]).toBe(
      "Refusé à X : mardi après-midi, l'équipe présente est au complet avec 5 dossiers d'au moins 45 points. Le vôtre : 38.",
    );
  });

  it("the hours of the week, when no moment is full", () => {
    const hours = {
      id: "X/hours",
      facility: "X",
      kind: "weekHours" as const,
      week: null,
      period: null,
      cap: 55,
      hardCap: 55,
    };
    const refused = refusedBy({ resource: "X/hours", used: 50, need: 10, cap: 55, threshold: last });
    const resources = [...limits(0, {}), hours];
    const decisions = [...holders, ...mine([aRequest("R", 38), null, refused])];
    const explanation = explained({ resources, decisions }, "R");
    expect(explanation).toMatchObject({ kind: "weekHours", moment: null });
    expect(told(explanation)[0]).toBe(
      "Refusé à X : les heures autorisées par semaine (27 h 30) ne suffisent plus : 25 h sont tenues par 5 dossiers d'au moins 45 points, et cet accueil en demande 5 h. À vos heures, chaque moment de la semaine est libre : seul ce total refuse. Le vôtre : 38.",
    );
    const inA = { resources: [...limits(0, {}), { ...hours, week: "A" as const }], decisions };
    expect(told(explained(inA, "R"))[0]).toContain("(27 h 30, semaine A)");
  });

  it("the share of a class, which is the family's own", () => {
    const out = { classes: ["nonResident"] };
    const outside = served(60, 52, 50, 47, 45).map(([each]): Decision => [{ ...each, ...out }, "points"]);
    const refused = refusedBy(full("X/outside", 5, key(outside[4]!)));
    const max = {
      id: "X/outside",
      facility: "X",
      kind: "classMax" as const,
      class: "nonResident",
      cap: 5,
      hardCap: 5,
    };
    const decisions = [...outside, ...mine([aRequest("R", 38, out), null, refused])];
    expect(told(explained({ resources: [...limits(0, {}), max], decisions }, "R"))[0]).toBe(
      "Refusé à X : 5 places au plus sont prévues pour les familles d'autres communes ; elles sont déjà tenues par 5 dossiers d'au moins 45 points. Le vôtre : 38.",
    );
  });

  it("a claim has its number in the order of the result, and no other family is named", () => {
    const decisions: Decision[] = [...served(60), [aRequest("R", 38), null, [{ option: 0, binding: [] }]]];
    const claim = (request: string, option: number) => ({
      claim: { request, option, type: "envy" as const, against: ["served-0"] },
    });
    const others = [claim("A", 0), claim("R", 1), claim("R", 0)];
    const explanation = explained({ resources: limits(0, {}), decisions, others }, "R");
    expect(told(explanation)).toEqual(["Refusé à X : cas de circularité n° 3, examiné par la commission."]);
    expect(JSON.stringify(explanation)).not.toContain("served-0");
    expect(explained({ resources: limits(0, {}), decisions }, "R").kind).toBe("unexplained");
  });
});

describe("moments", () => {
  const holders = served(60, 52, 50, 47, 45);
  const last = key(holders[4]!);
  const say = (cells: ReturnType<typeof aCell>[]): string => {
    const resources = cells.flatMap((_, index) => limits(index, { M: 5 }));
    const refused = refusedBy(...cells.map((_, index) => full(`X/M/${index}`, 5, last)));
    const decisions = [...holders, ...mine([aRequest("R", 38), null, refused])];
    return told(explained({ cells, resources, decisions }, "R"))[0]!.split(", section")[0]!;
  };

  it.each([
    [
      "cells that follow each other",
      [aCell(2, "13:30", "15:30"), aCell(2, "15:30", "18:30")],
      "mardi après-midi",
    ],
    ["a morning", [aCell(1, "08:00", "12:00")], "lundi matin"],
    ["hours that have no name", [aCell(1, "10:30", "15:00")], "lundi de 10 h 30 à 15 h 00"],
    ["an evening", [aCell(5, "18:30", "22:00")], "vendredi soir"],
    ["a night", [aCell(7, "22:00", "06:00")], "nuit du dimanche au lundi"],
    ["hours past midnight", [aCell(7, "16:00", "02:00")], "dimanche de 16 h 00 à 2 h 00 (le lendemain)"],
    ["one of two weeks", [aCell(1, "08:00", "12:00", { week: "A" })], "lundi matin, semaine A"],
    [
      "both weeks, each in its cell",
      [aCell(1, "08:00", "12:00", { week: "A" }), aCell(1, "08:00", "12:00", { week: "B", id: "b" })],
      "lundi matin",
    ],
    [
      "every period, each in its cell",
      [aCell(1, "08:00", "12:00", { period: "T4" }), aCell(1, "08:00", "12:00", { period: "T1", id: "b" })],
      "lundi matin",
    ],
  ])("%s", (_what, cells, expected) => {
    expect(say(cells)).toBe(`Refusé à X : ${expected}`);
  });

  it("a period that is not the whole year is named", () => {
    const cells = [
      aCell(1, "08:00", "12:00", { period: "T4" }),
      aCell(1, "08:00", "12:00", { period: "T1", id: "b" }),
    ];
    const resources = [...limits(0, { M: 5 }), ...limits(1, { M: 9 })];
    const decisions = [...holders, ...mine([aRequest("R", 38), null, refusedBy(full("X/M/0", 5, last))])];
    expect(told(explained({ cells, resources, decisions }, "R"))[0]).toContain(
      "lundi matin (d'octobre à décembre), section moyens",
    );
  });
});
