import { describe, expect, it } from "vitest";
import {
  type CareRequestStatus,
  type TransitionName,
  careRequestStatuses,
  mayTransition,
  offerable,
  statusMeaning,
  transitions,
  transitionsFrom,
} from "#app/requests/rules/lifecycle.ts";
import { french } from "#app/i18n/fr/index.ts";
import { english } from "#app/i18n/en/index.ts";

const names = Object.keys(transitions) as TransitionName[];

/** Everywhere a request may come to, from where it arrives. */
function reachable(from: CareRequestStatus): Set<CareRequestStatus> {
  const seen = new Set([from]);
  for (const status of seen)
    for (const name of names)
      if ((transitions[name].from as readonly string[]).includes(status)) seen.add(transitions[name].to);
  return seen;
}

/** The table as a picture, for docs/life-cycle.md: `npx vitest run tests/requests/rules/lifecycle -u` draws it again. */
function drawing(): string {
  const arrows = names.flatMap((name) =>
    transitions[name].from.map((from) => `  ${from} --> ${transitions[name].to}: ${name}`),
  );
  const rows = names.map(
    (name) =>
      `| ${name} | ${transitions[name].from.join(", ")} | ${transitions[name].to} | ${transitions[name].by.join(", ")} |`,
  );
  return [
    "<!-- prettier-ignore-start -->",
    "# The life of a care request",
    "",
    "Drawn from `app/requests/rules/lifecycle.ts` by its test; the same table guards the server and shows the buttons.",
    "Statuses that no arrow reaches yet belong to the commission and to renewal.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  [*] --> submitted",
    ...arrows,
    "```",
    "",
    "| transition | from | to | by |",
    "| --- | --- | --- | --- |",
    ...rows,
    "<!-- prettier-ignore-end -->",
    "",
  ].join("\n");
}

describe("the life of a request", () => {
  it("is drawn in the docs as it is in the table", async () => {
    await expect(drawing()).toMatchFileSnapshot("../../../docs/life-cycle.md");
  });

  it("offers to each person the transitions of the table, and no other", () => {
    for (const status of careRequestStatuses)
      for (const by of ["family", "desk", "facility", "adviser", "partner", "clock"] as const)
        expect(transitionsFrom(status, by)).toEqual(names.filter((name) => mayTransition(name, status, by)));
    expect(transitionsFrom("submitted", "family")).toEqual(["withdraw"]);
    expect(transitionsFrom("submitted", "desk")).toEqual(["refer", "awaitBirth", "askProof", "withdraw"]);
    expect(transitionsFrom("submitted", "adviser")).toEqual([]);
  });

  it("never leaves a family without a way out: what is open can be withdrawn", () => {
    const open = careRequestStatuses.filter((status) => statusMeaning[status].outcome === "open");
    for (const status of open) expect(mayTransition("withdraw", status, "family")).toBe(true);
  });

  it("leads from arrival to care, and nowhere from what is closed", () => {
    expect(reachable("submitted")).toContain("inCare");
    expect(reachable("withdrawn")).toEqual(new Set(["withdrawn"]));
    expect(reachable("ended")).toEqual(new Set(["ended"]));
  });

  it("may offer a place only to who is still waiting for one", () => {
    for (const status of offerable) expect(statusMeaning[status].outcome).toBe("open");
  });

  it("gives each status its own label and a next step, in both languages", () => {
    for (const words of [french, english]) {
      const status = (words.requests as { status: Record<string, Record<string, string>> }).status;
      const labels = careRequestStatuses.map((each) => status[each]!.label);
      expect(new Set(labels).size).toBe(labels.length);
      for (const each of careRequestStatuses) {
        expect(status[each]!.next).toContain("{{date}}");
        expect(status[each]!.nextUndated).toBeTruthy();
        expect(status[each]!.desk).toBeTruthy();
      }
    }
  });
});
