import { describe, expect, it } from "vitest";
import { certify } from "#app/audit/rules/certify.ts";
import type { Result } from "#app/audit/rules/result-file.ts";
import { rightResults } from "../right-results.ts";
import { anOption, hash, type InstanceFile, written } from "../small-towns.ts";

type Break = (result: Result, instance: InstanceFile) => void;

describe("a file that cannot be read says where", () => {
  const right = rightResults["points, then the draw"];
  const unreadable: [what: string, spoil: Break, path: string][] = [
    [
      "a field that is unknown",
      (_, file) => Object.assign(file.rules, { k: 4 }),
      "$.rules.k : champ inconnu",
    ],
    [
      "a field that is missing",
      (_, file) => delete (file.requests[0] as never)["lottery"],
      "$.requests[0].lottery : champ absent",
    ],
    ["another format", (_, file) => Object.assign(file, { format: "x" }), "$.format : attendu"],
    ["half a place", (_, file) => (file.resources[0]!.cap = 0.5), "$.resources[0].cap : un nombre entier"],
    [
      "a facility that is not there",
      (_, file) => (file.resources[0]!.facility = "F9"),
      "$.resources[0].facility : « F9 »",
    ],
    [
      "a ceiling below the capacity",
      (_, file) => (file.resources[0]!.hardCap = 0),
      "$.resources[0].hardCap : plafond",
    ],
    ["one draw for two", (_, file) => (file.requests[1]!.lottery = 5), "$.requests[1].lottery : « 5 »"],
    ["cells in disorder", (_, file) => (file.patterns.day = [1, 0]), "$.patterns.day[1] : "],
    [
      "an option that needs a closed cell",
      (_, file) => file.resources.shift(),
      "$.requests[0].options[0].parts[0] : F1 est fermé : 1-am",
    ],
    [
      "a kept seat that is not the last",
      (_, file) => (file.requests[1]!.current = 0),
      "$.requests[1].current : ",
    ],
    [
      "seats kept that do not fit together",
      (_, { requests }) => {
        for (const request of requests.slice(0, 2)) {
          request.options = [anOption("F1 am", "current")];
          request.current = 0;
        }
      },
      "$.resources[0].cap : les places déjà tenues en prennent 2",
    ],
    [
      "a child that asks twice",
      (_, { requests }) => (requests[1]!.children[0]!.id = "R1-child"),
      "$.requests[1].children[0].id : « R1-child »",
    ],
    [
      "a line of an unknown field",
      (result) => Object.assign(result.answers[1]!, { why: "" }),
      "ligne 3, $.why : champ inconnu",
    ],
    [
      "a reason without its need",
      (result) => delete (result.answers[1]!.refused[0]!.binding[0] as never)["need"],
      "ligne 3, $.refused[0].binding[0].need : champ absent",
    ],
  ];
  it.each(unreadable)("%s", (_, spoil, path) => {
    const { instance, result } = structuredClone(right) as { instance: InstanceFile; result: Result };
    spoil(result, instance);
    const said = certify(instance, written(result), hash);
    expect(said.unreadable).toBe(path.startsWith("ligne") ? "result" : "instance");
    expect(said.lines).toHaveLength(1);
    expect(said.lines[0]!.fr).toContain(path);
  });

  it("a file that is no JSON, or empty", () => {
    expect(certify("{", "", hash)).toMatchObject({ ok: false, unreadable: "instance" });
    expect(certify(right.instance, "", hash)).toMatchObject({ ok: false, unreadable: "result" });
    expect(certify(JSON.stringify(right.instance), written(right.result), hash).ok).toBe(true);
  });
});
