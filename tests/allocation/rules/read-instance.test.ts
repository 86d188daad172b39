import { describe, expect, it } from "vitest";
import { readInstance } from "#app/allocation/rules/read-instance.ts";
import { request, total, town } from "./small-town.ts";

const good = () =>
  structuredClone(town([request("Ana", 1, ["F1 both"]), request("Bob", 2, ["F1 monday", "F1 both!"])]));

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- files are broken in every way
type Spoil = (file: any) => void;

const broken = (spoil: Spoil): string => {
  const file = good();
  spoil(file);
  const read = readInstance(file);
  return read.ok ? "ok" : read.message;
};

describe("reading an instance", () => {
  it("accepts what the format says", () => {
    expect(readInstance(good())).toEqual({ ok: true, instance: good() });
  });

  it.each<[string, Spoil]>([
    [
      'requests[0].options[0].parts[0].pattern: "p9" n\'existe pas / does not exist',
      (f) => (f.requests[0].options[0].parts[0].pattern = "p9"),
    ],
    [
      'requests[0].options[0].parts[0].facility: "F9" n\'existe pas / does not exist',
      (f) => (f.requests[0].options[0].parts[0].facility = "F9"),
    ],
    [
      "requests[0].options[0].parts[0].child: 1 n'existe pas / does not exist",
      (f) => (f.requests[0].options[0].parts[0].child = 1),
    ],
    ['requests[1]: champ inconnu / unknown field: "rank"', (f) => (f.requests[1].rank = 1)],
    ["requests[1].basePoints: attendu / expected: int", (f) => (f.requests[1].basePoints = 1.5)],
    ["requests[1].lottery: manque / is missing: number", (f) => delete f.requests[1].lottery],
    [
      'requests[1].id: "Ana" est déjà là / is already there: requests[0].id',
      (f) => (f.requests[1].id = "Ana"),
    ],
    [
      "requests[1].lottery: 7 est déjà là / is already there: requests[0].lottery",
      (f) => ((f.requests[0].lottery = 7), (f.requests[1].lottery = 7)),
    ],
    [
      'requests[1].current: doit être la dernière option, de genre "current" / must be the last option, of kind "current"',
      (f) => f.requests[1].options.reverse() && (f.requests[1].current = 0),
    ],
    [
      'requests[1].options[1].kind: "current" alors que / while current: null',
      (f) => (f.requests[1].current = null),
    ],
    [
      'patterns["both"][1]: les cellules vont en croissant / cells are ascending',
      (f) => (f.patterns.both = [1, 0]),
    ],
    ['patterns["both"][0]: 7 n\'existe pas / does not exist', (f) => (f.patterns.both = [7])],
    [
      'requests[0].options[0].parts[0]: F1 est fermé, sans total / is closed, has no total: "tuesday"',
      (f) => f.resources.pop(),
    ],
    ["resources[0].hardCap: moins que cap / less than cap", (f) => (f.resources[0].hardCap = 0)],
    [
      "resources[0].cap: les places déjà tenues en prennent / seats already held use 1",
      (f) => ((f.resources[0].cap = 0), (f.requests.length = 2)),
    ],
    [
      'resources[2]: "[\\"total\\",\\"F1\\",0]" est déjà là / is already there: resources[0]',
      (f) => f.resources.push({ ...total("F1", 0, 1), id: "again" }),
    ],
    ['format: attendu / expected: "guichet-allocation/1" ("guichet/9")', (f) => (f.format = "guichet/9")],
    ["requests: attendu / expected: array", (f) => (f.requests = {})],
    ["cells[0].weekday: au plus / at most 7 (8)", (f) => (f.cells[0].weekday = 8)],
    [
      "requests[0].options[0].parts[0]: l'enfant n'a pas de section / the child has no section: null",
      (f) => (f.requests[0].children[0].section = { autumn: "B" }),
    ],
    [
      "requests[0].options[0].parts: rien pour l'enfant / nothing for child 1",
      (f) => f.requests[0].children.push({ id: "K2", section: "B", staffUnits: 8 }),
    ],
  ])("refuses, in one line: %s", (message, spoil) => {
    expect(broken(spoil)).toBe(message);
  });

  it("refuses what is not an object", () => {
    expect(readInstance([])).toEqual({ ok: false, message: "instance: attendu / expected: object" });
  });
});
