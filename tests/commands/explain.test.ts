import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { explainCommand, readArguments } from "#app/commands/explain.ts";
import {
  aCommission,
  aRequest,
  keptSeats,
  limits,
  refusedBy,
  served,
} from "#tests/allocation/rules/explained-town.ts";

const folder = mkdtempSync(path.join(tmpdir(), "explain-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => path.join(folder, name);

const byPoints = served(60, 52, 50, 47, 45);
const threshold = { points: 45, lottery: byPoints[4]![0].lottery };
const refused = refusedBy({ resource: "X/M/0", used: 14, need: 1, cap: 14, threshold });
const { instance, lines } = aCommission({
  resources: limits(0, { M: 14 }),
  decisions: [
    ...keptSeats(9),
    ...byPoints,
    [aRequest("R", 38), null, refused],
    [aRequest("S", 41), null, refused],
  ],
});
const bytes = JSON.stringify(instance);
const header = {
  format: "guichet-allocation-result/1",
  inputHash: createHash("sha256").update(bytes).digest("hex"),
  engine: "guichet@1.0.0",
  placed: 14,
  refusedOptions: 2,
  claims: 0,
  surnombre: 0,
};
const result = [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");
writeFileSync(file("instance.json"), bytes);
writeFileSync(file("result.jsonl"), result);
writeFileSync(file("other.jsonl"), result.replace(header.inputHash, "0".repeat(64)));
writeFileSync(file("cut.jsonl"), result.slice(0, 900));
writeFileSync(file("broken.json"), bytes.slice(0, 50));

async function explain(...args: string[]): Promise<{ code: number; said: string[]; warned: string[] }> {
  const [said, warned]: [string[], string[]] = [[], []];
  const plain = (line: string): string => line.replace(/[\u00a0\u202f]/g, " ");
  const io = {
    say: (line: string) => void said.push(plain(line)),
    warn: (line: string) => void warned.push(plain(line)),
    progress: () => undefined,
  };
  return { code: await explainCommand.run(args, io), said, warned };
}
const files = [file("instance.json"), file("result.jsonl")];

describe("npx guichet explain", () => {
  it("prints the sentences of a family, and its rank", async () => {
    expect(await explain(...files, "--request", "R")).toEqual({
      code: 0,
      warned: [],
      said: [
        "Demande R : pas de place cette fois.",
        "",
        "Choix 1 : X, mardi",
        "Refusé à X : mardi après-midi, section M, les 14 places sont tenues par 9 enfants déjà accueillis et 5 dossiers d'au moins 45 points. Le vôtre : 38.",
        "Les autres dossiers restant les mêmes, il aurait fallu au moins 46 points pour cet accueil. La prochaine commission peut être différente.",
        "",
        "Votre rang sur la liste d'attente de X, section M : 2 sur 2.",
      ],
    });
  });

  it("speaks English when asked, and of a place that was given", async () => {
    const { said } = await explain(...files, "--request=served-0", "--lang", "en");
    expect(said).toEqual(["Request served-0: a place at X (choice 1)."]);
    const { said: kept } = await explain(...files, "--request=kept-0");
    expect(kept).toEqual(["Demande kept-0 : la place actuelle à X est gardée."]);
  });

  it("answers 1 for a request that is not in the result", async () => {
    expect(await explain(...files, "--request", "Z")).toEqual({
      code: 1,
      said: [],
      warned: ["La demande Z n'est pas dans le résultat."],
    });
  });

  it("warns when the result comes from another instance", async () => {
    const { code, warned } = await explain(file("instance.json"), file("other.jsonl"), "--request", "R");
    expect([code, warned.length]).toEqual([0, 1]);
  });

  it.each([
    ["a file that is not there", file("none.json"), file("result.jsonl"), /none\.json : fichier illisible/],
    ["a broken instance", file("broken.json"), file("result.jsonl"), /broken\.json : JSON illisible/],
    ["a result read as an instance", file("result.jsonl"), file("result.jsonl"), /result\.jsonl : /],
    [
      "a result that is cut",
      file("instance.json"),
      file("cut.jsonl"),
      /cut\.jsonl : ligne \d+ \/ line \d+: n'est pas/,
    ],
    ["an instance read as a result", file("instance.json"), file("instance.json"), /ligne 1 \/ line 1: /],
  ])("answers 2 and one line for %s", async (_what, instanceFile, resultFile, line) => {
    const { code, said, warned } = await explain(instanceFile, resultFile, "--request", "R");
    expect([code, said]).toEqual([2, []]);
    expect(warned).toEqual([expect.stringMatching(line)]);
  });

  it("wants two files and a request", () => {
    expect(readArguments(["a", "b", "--request", "R"])).toEqual({
      instanceFile: "a",
      resultFile: "b",
      request: "R",
      language: "fr",
    });
    for (const args of [
      ["a", "b"],
      ["a", "--request", "R"],
      ["a", "b", "--request", "R", "--lang", "de"],
      ["a", "b", "--request", "R", "--all", "x"],
    ])
      expect(readArguments(args)).toBeNull();
  });
});
