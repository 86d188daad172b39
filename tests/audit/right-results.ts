// Each town shows one thing the published rule says; its result was written by hand.
import { anAnswer, anInstance, aRefusal, aRequest, aResult, places, type SmallTown } from "./small-towns.ts";

const rules = anInstance({}).rules;
const insertion = { classes: ["insertion"] };
const two = (family: string) => [
  { id: `${family}-elder`, section: "M", staffUnits: 5 },
  { id: `${family}-younger`, section: "B", staffUnits: 8 },
];

export const rightResults = {
  "points, then the draw": {
    instance: anInstance({
      requests: [
        aRequest("R1", 45, 5, ["F1 am"]),
        aRequest("R2", 45, 9, ["F1 day", "F2 am"]),
        aRequest("R3", 38, 1, ["F2 am", "F1 pm"]),
      ],
    }),
    result: aResult({
      answers: [
        anAnswer("R1", 0, "points"),
        anAnswer("R2", 1, "points", aRefusal(0, ["F1/total/0", 1, 1, 1, [45, 5]])),
        anAnswer("R3", 1, "points", aRefusal(0, ["F2/total/0", 1, 1, 1, [45, 9]])),
      ],
    }),
  },
  "points of the facility itself": {
    instance: anInstance({
      requests: [
        aRequest("R1", 40, 5, ["F1 am"], { localPoints: { F1: 10 } }),
        aRequest("R2", 45, 9, ["F1 am"], { localPoints: { F2: 10 } }),
      ],
    }),
    result: aResult({
      answers: [
        anAnswer("R1", 0, "points"),
        anAnswer("R2", null, null, aRefusal(0, ["F1/total/0", 1, 1, 1, [50, 5]])),
      ],
    }),
  },
  "a kept seat comes before all points": {
    instance: anInstance({
      resources: [...places("F1", 1), ...places("F2", 0)],
      requests: [aRequest("K", 10, 1, ["F2 am"], { seat: "F1 am" }), aRequest("R", 45, 2, ["F1 am"])],
    }),
    result: aResult({
      answers: [
        anAnswer("K", 1, "maintien", aRefusal(0, ["F2/total/0", 0, 1, 0, null])),
        anAnswer("R", null, null, aRefusal(0, ["F1/total/0", 1, 1, 1, null])),
      ],
    }),
  },
  "one's own seat does not stand in one's way": {
    instance: anInstance({
      resources: [
        ...places("F1", 1),
        { id: "hours", facility: "F1", kind: "weekHours", week: null, period: null, cap: 5, hardCap: 5 },
      ],
      requests: [aRequest("K", 10, 1, ["F1 day"], { seat: "F1 am" })],
    }),
    result: aResult({ answers: [anAnswer("K", 1, "maintien", aRefusal(0, ["hours", 0, 8, 5, null]))] }),
  },
  "a reserve goes to the best of its class, then points": {
    instance: anInstance({
      rules: {
        ...rules,
        reserves: [{ id: "r1", facility: "F1", class: "insertion", target: 1, unit: "places" }],
      },
      resources: places("F1", 2),
      requests: [
        aRequest("I1", 20, 3, ["F1 am"], insertion),
        aRequest("I2", 10, 4, ["F1 am"], insertion),
        aRequest("P1", 60, 1, ["F1 am"]),
        aRequest("P2", 50, 2, ["F1 am"]),
      ],
    }),
    result: aResult({
      answers: [
        anAnswer("I1", 0, "reserve"),
        anAnswer("I2", null, null, aRefusal(0, ["F1/total/0", 2, 1, 2, [60, 1]])),
        anAnswer("P1", 0, "points"),
        anAnswer("P2", null, null, aRefusal(0, ["F1/total/0", 2, 1, 2, [60, 1]])),
      ],
    }),
  },
  "in an unmet reserve, only kept and reserved seats are above": {
    instance: anInstance({
      rules: {
        ...rules,
        reserves: [{ id: "r1", facility: "F1", class: "insertion", target: 99, unit: "halfHours" }],
      },
      resources: [
        ...places("F1", 3),
        { id: "F1/B/0", facility: "F1", kind: "section", section: "B", cell: 0, cap: 2, hardCap: 2 },
      ],
      requests: [
        aRequest("I1", 20, 3, ["F1 am"], insertion),
        aRequest("I2", 10, 4, ["F1 am"], insertion),
        aRequest("K", 0, 5, [], { seat: "F1 am" }),
        aRequest("P1", 60, 1, ["F1 am"], { children: [{ id: "P1-child", section: "M", staffUnits: 5 }] }),
      ],
    }),
    result: aResult({
      answers: [
        anAnswer("I1", 0, "reserve"),
        anAnswer("I2", null, null, aRefusal(0, ["F1/B/0", 2, 1, 2, [20, 3]])),
        anAnswer("K", 0, "maintien"),
        anAnswer("P1", 0, "points"),
      ],
    }),
  },
  "a kept seat counts for the reserve of its class": {
    instance: anInstance({
      rules: {
        ...rules,
        reserves: [{ id: "r1", facility: "F1", class: "insertion", target: 1, unit: "places" }],
      },
      resources: places("F1", 2),
      requests: [
        aRequest("I", 10, 2, ["F1 am"], insertion),
        aRequest("K", 0, 5, [], { seat: "F1 am", ...insertion }),
        aRequest("P", 60, 1, ["F1 am"]),
      ],
    }),
    result: aResult({
      answers: [
        anAnswer("I", null, null, aRefusal(0, ["F1/total/0", 2, 1, 2, [60, 1]])),
        anAnswer("K", 0, "maintien"),
        anAnswer("P", 0, "points"),
      ],
    }),
  },
  "hours of the week, staff and a maximum share": {
    instance: anInstance({
      resources: [
        ...places("F1", 5),
        { id: "hours", facility: "F1", kind: "weekHours", week: null, period: null, cap: 14, hardCap: 14 },
        { id: "staff", facility: "F1", kind: "staff", cell: 1, cap: 12, hardCap: 12 },
        { id: "outside", facility: "F1", kind: "classMax", class: "nonResident", cap: 1, hardCap: 1 },
      ],
      requests: [
        aRequest("R1", 50, 1, ["F1 am"], { classes: ["nonResident"] }),
        aRequest("R2", 40, 2, ["F1 pm"]),
        aRequest("R3", 30, 3, ["F1 pm", "F1 day", "F1 am"]),
        aRequest("R4", 20, 4, ["F1 am"], { classes: ["nonResident"] }),
      ],
    }),
    result: aResult({
      answers: [
        anAnswer("R1", 0, "points"),
        anAnswer("R2", 0, "points"),
        anAnswer(
          "R3",
          2,
          "points",
          aRefusal(0, ["staff", 8, 8, 12, [40, 2]]),
          aRefusal(1, ["hours", 8, 8, 14, [40, 2]], ["staff", 8, 8, 12, [40, 2]]),
        ),
        anAnswer("R4", null, null, aRefusal(0, ["hours", 12, 4, 14, [30, 3]], ["outside", 1, 1, 1, [50, 1]])),
      ],
    }),
  },
  "brothers and sisters together, or in two facilities": {
    instance: anInstance({
      resources: [...places("F1", 1), ...places("F2", 2)],
      requests: [
        aRequest("R1", 50, 1, ["F2 am"]),
        aRequest("S", 40, 2, ["F1 am + F1 am", "F2 am + F1 am"], { children: two("S") }),
        aRequest("T", 30, 3, ["F1 pm + F2 am"], { children: two("T") }),
      ],
    }),
    result: aResult({
      answers: [
        anAnswer("R1", 0, "points"),
        anAnswer("S", 1, "points", aRefusal(0, ["F1/total/0", 0, 2, 1, null])),
        anAnswer("T", null, null, aRefusal(0, ["F2/total/0", 2, 1, 2, [40, 2]])),
      ],
    }),
  },
  "a section changes with the period": {
    instance: anInstance({
      cells: [
        { id: "T4", weekday: 1, from: "08:00", to: "10:00", halfHours: 4, week: "A", period: "2026-T4" },
        { id: "T1", weekday: 1, from: "08:00", to: "10:00", halfHours: 4, week: "A", period: "2027-T1" },
      ],
      resources: [
        ...places("F1", 5),
        { id: "B/T4", facility: "F1", kind: "section", section: "B", cell: 0, cap: 1, hardCap: 1 },
        { id: "M/T1", facility: "F1", kind: "section", section: "M", cell: 1, cap: 1, hardCap: 1 },
        { id: "A/T1", facility: "F1", kind: "weekHours", week: "A", period: "2027-T1", cap: 8, hardCap: 8 },
      ],
      requests: [
        aRequest("R1", 50, 1, ["F1 day"], {
          children: [{ id: "R1-child", section: { "2026-T4": "B", "2027-T1": "M" }, staffUnits: 8 }],
        }),
        aRequest("R2", 40, 2, ["F1 am", "F1 pm"]),
      ],
    }),
    result: aResult({
      answers: [
        anAnswer("R1", 0, "points"),
        anAnswer("R2", 1, "points", aRefusal(0, ["B/T4", 1, 1, 1, [50, 1]])),
      ],
    }),
  },
  "a surnombre that is declared": {
    instance: anInstance({
      rules: { ...rules, surnombreMax: 1 },
      resources: places("F1", 1, 2),
      requests: [
        aRequest("R1", 50, 1, ["F1 am"]),
        aRequest("R2", 40, 2, ["F1 am"]),
        aRequest("R3", 30, 3, ["F1 am"]),
      ],
    }),
    result: aResult({
      answers: [
        anAnswer("R1", 0, "points"),
        anAnswer("R2", 0, "points"),
        anAnswer("R3", null, null, aRefusal(0, ["F1/total/0", 2, 1, 2, [40, 2]])),
      ],
      surnombre: [{ resource: "F1/total/0", plus: 1, request: "R2" }],
    }),
  },
  "claims that are published": {
    instance: anInstance({
      requests: [
        aRequest("R1", 50, 1, ["F1 am", "F1 pm"]),
        aRequest("R2", 40, 2, ["F1 am"]),
        aRequest("R3", 30, 3, ["F2 am"]),
      ],
    }),
    result: aResult({
      answers: [
        anAnswer("R1", 1, "points", aRefusal(0)),
        anAnswer("R2", 0, "points"),
        anAnswer("R3", null, null, aRefusal(0)),
      ],
      claims: [
        { request: "R1", option: 0, type: "envy", against: ["R2"] },
        { request: "R3", option: 0, type: "waste", against: [] },
      ],
    }),
  },
} satisfies Record<string, SmallTown>;

export type TownName = keyof typeof rightResults;
