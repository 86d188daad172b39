import { describe, expect, it } from "vitest";
import {
  aRequest,
  type Decision,
  explained,
  keptSeats,
  limits,
  refusedBy,
  served,
  told,
} from "./explained-town.ts";

/** Kept seats, requests served by points, and one refused with 38 points: the section is full. */
function refusedAfter(kept: number, points: number[], smallestCount?: number) {
  const holders = served(...points);
  const lowest = holders.at(-1)?.[0] ?? null;
  const threshold = lowest && { points: lowest.basePoints, lottery: lowest.lottery };
  const cap = kept + points.length;
  const refused = refusedBy({ resource: "X/M/0", used: cap, need: 1, cap, threshold });
  const decisions: Decision[] = [...keptSeats(kept), ...holders, [aRequest("R", 38), null, refused]];
  return explained({ resources: limits(0, { M: cap }), decisions }, "R", smallestCount);
}

describe("what one family may learn of the others", () => {
  it("no threshold, and no points it would have taken, over fewer than five holders by points", () => {
    const explanation = refusedAfter(10, [60, 52, 50, 47]);
    expect(explanation).toMatchObject({ kind: "points", threshold: null, leastPoints: null });
    expect(JSON.stringify(explanation)).not.toMatch(/47|60|52/);
    expect(told(explanation)).toEqual([
      "Refusé à X : mardi après-midi, section moyens, les 14 places sont tenues par 10 enfants déjà accueillis et 4 dossiers mieux classés. Être mieux classé, c'est avoir plus de points, ou autant et un meilleur rang au tirage. Le vôtre : 38.",
    ]);
  });

  it("not even that the last admitted has as many points", () => {
    const explanation = refusedAfter(2, [60, 38]);
    expect(explanation).toMatchObject({ kind: "points", threshold: null });
    expect(told(explanation).join(" ")).not.toContain("rang de tirage");
  });

  it("a town may choose to be stricter; staff sees the certificate itself", () => {
    expect(refusedAfter(0, [60, 55, 52, 50, 47]).threshold).toMatchObject({ points: 47 });
    expect(refusedAfter(0, [60, 55, 52, 50, 47], 10).threshold).toBeNull();
  });

  it("the points of a holder in the middle are not told through the points it takes", () => {
    const twins = aRequest("R", 38, {
      children: [1, 2].map((each) => ({ id: `K${each}`, section: "M", staffUnits: 5 })),
      options: [{ kind: "wish", parts: [0, 1].map((child) => ({ child, facility: "X", pattern: "p" })) }],
    });
    const holders = served(60, 55, 52, 50, 47);
    const last = holders[4]![0];
    const threshold = { points: 47, lottery: last.lottery };
    const refused = refusedBy({ resource: "X/M/0", used: 5, need: 2, cap: 5, threshold });
    const decisions: Decision[] = [...holders, [twins, null, refused]];
    // Two places: the fourth of the holders, over four files, is the one to pass.
    expect(explained({ resources: limits(0, { M: 5 }), decisions }, "R")).toMatchObject({
      threshold: { points: 47 },
      leastPoints: null,
    });
  });

  describe("seats held through a reserve", () => {
    const reserves = [{ id: "r1", facility: "X", class: "insertion", target: 2, unit: "places" as const }];
    const say = (reserved: number, points: number[]) => {
      const classes = ["insertion"];
      const holders: Decision[] = Array.from({ length: reserved }, (_, each) => [
        aRequest(`in-${each}`, 10, { classes }),
        "reserve",
      ]);
      holders.push(...served(...points));
      const { basePoints, lottery } = holders.at(-1)![0];
      const cap = holders.length;
      const threshold = { points: basePoints, lottery };
      const refused = refusedBy({ resource: "X/M/0", used: cap, need: 1, cap, threshold });
      const decisions: Decision[] = [...holders, [aRequest("R", 38), null, refused]];
      const explanation = explained({ resources: limits(0, { M: cap }), decisions, reserves }, "R");
      expect(JSON.stringify(explanation)).not.toMatch(/in-\d|insertion/);
      return { explanation, text: told(explanation)[0]!.split("moyens, ")[1]!, lines: told(explanation) };
    };

    it("are not told apart over fewer than five newcomers", () => {
      const { explanation, text, lines } = say(2, [60]);
      expect(explanation).toMatchObject({ kind: "points", leastPoints: null, reserve: null });
      expect(explanation.holders).toMatchObject({ reserved: { files: 0 }, ahead: { files: 3 } });
      expect(text).toBe(
        "les 3 places sont tenues par 3 dossiers passés avant le vôtre. Passer avant, c'est avoir plus de points, autant et un meilleur rang au tirage, ou une priorité prévue par la convention. Le vôtre : 38.",
      );
      expect(lines).toHaveLength(1);
      expect(say(2, []).explanation).toMatchObject({ kind: "points", leastPoints: null });
    });

    it("are told apart, without the name of the reserve, among five newcomers or more", () => {
      expect(say(2, [60, 55, 52, 50, 47]).text).toBe(
        "les 7 places sont tenues par 2 enfants au titre des places réservées et 5 dossiers d'au moins 47 points. Le vôtre : 38.",
      );
    });

    it("are named by their reserve when five or more hold through it", () => {
      const { explanation, text } = say(5, []);
      expect(explanation).toMatchObject({ kind: "reserve", leastPoints: "beyond" });
      expect(text).toBe(
        "les 5 places sont tenues par 5 enfants au titre des places réservées (convention insertion, 1 pour 20). Ces places passent avant le classement par points : une priorité prévue par la convention.",
      );
    });
  });

  it("what the result does not agree with is not told", () => {
    const holders = served(60, 55, 52, 50, 47);
    const refused = refusedBy({
      resource: "X/M/0",
      used: 5,
      need: 1,
      cap: 5,
      threshold: { points: 51, lottery: 3 },
    });
    const decisions: Decision[] = [...holders, [aRequest("R", 38), null, refused]];
    const explanation = explained({ resources: limits(0, { M: 5 }), decisions }, "R");
    expect(explanation).toMatchObject({ holders: null, threshold: null });
    expect(told(explanation)[0]).toBe(
      "Refusé à X : mardi après-midi, section moyens, les 5 places sont tenues par des enfants déjà accueillis ou des dossiers mieux classés. Être mieux classé, c'est avoir plus de points, ou autant et un meilleur rang au tirage. Le vôtre : 38.",
    );
  });
});
