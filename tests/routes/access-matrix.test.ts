// Every door × everybody × every form of request, against the production build: see docs/decisions/004.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { accessTable } from "./access-table.ts";
import type { DoorRule, Thing } from "./door-rule.ts";
import { expected, mayShow } from "./expectation.ts";
import {
  type Answer,
  type Form,
  type Knock,
  actForms,
  knock,
  leaksIn,
  readForms,
  withoutAddress,
} from "./knock.ts";
import { type RoleName, roles } from "./roles.ts";
import { type Door, serveTown } from "./served-town.ts";
import { stateOf } from "./town-state.ts";

const served = await serveTown();
const { url, doors, db, town, cookies } = served;

/** Nothing in the town is called so; one a role, as too many visits to one link are refused. */
const missingFor = (role: RoleName): string => `nothing-of-the-kind-${role}`;

type Case = { name: string; at: string; thing: Thing | null | undefined; param: string };

function casesOf(door: Door, rule: DoorRule, role: RoleName): Case[] {
  const parameter = /:\w+|\*/.exec(door.path)?.[0];
  if (!parameter) return [{ name: "", at: door.path, thing: undefined, param: "" }];
  const things = Object.entries(rule.things?.(town, role) ?? {});
  const all: [string, Thing | null][] = [...things, ["missing", null]];
  return all.map(([name, thing]) => {
    const param = thing?.param ?? missingFor(role);
    // An address with two parameters: both are in the one value, "a facility/a thing of it".
    const [first = "", second = first] = param.split("/");
    const at = door.path.replace(parameter, first).replace(/:\w+/, second);
    return { name, at, thing, param };
  });
}

/** A link that has served answers like any other page: what it opens is tried apart. */
const isLink = (door: Door): boolean => door.id === "routes/connexion.lien.$token";

async function readAll(door: Door, rule: DoorRule, role: RoleName, found: Case): Promise<Map<Form, Answer>> {
  const answers = new Map<Form, Answer>();
  for (const form of readForms) {
    const answer = await knock(url, { door, at: found.at, form, cookie: cookies[role] });
    const wanted = isLink(door) ? "open" : expected(rule, "read", role, found.thing);
    expect.soft(answer.outcome, `${role} reads ${found.name} (${form})`).toBe(wanted);
    expect
      .soft(leaksIn(answer, mayShow(rule, role, found.thing)), `names told to ${role} (${form})`)
      .toEqual([]);
    answers.set(form, answer);
  }
  return answers;
}

async function actAll(door: Door, rule: DoorRule, role: RoleName, found: Case): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const wanted = isLink(door) ? "open" : expected(rule, "act", role, found.thing);
  const refused = wanted !== "open";
  const before = refused ? await stateOf(db) : "";
  const body = refused ? rule.body?.(town) : undefined;
  for (const { form, method } of refused ? actForms : actForms.slice(0, 1)) {
    const ask: Knock = { door, at: found.at, form, method, cookie: cookies[role], body };
    const answer = await knock(url, ask);
    const said = `${role} acts on ${found.name} (${method} ${form})`;
    if (refused) expect.soft(answer.outcome, said).toBe(wanted);
    else if (rule.emptyForm) expect.soft(answer.outcome, said).toBe(rule.emptyForm);
    else
      expect.soft(["signIn", "forbidden", "notFound", "noMethod", "500"], said).not.toContain(answer.outcome);
    expect.soft(leaksIn(answer, mayShow(rule, role, found.thing)), `names told to ${role}`).toEqual([]);
    answers.set(`${method} ${form}`, answer);
  }
  if (refused) expect.soft(await stateOf(db), `the town after ${role} was refused`).toBe(before);
  return answers;
}

const fingerprint = ({ status, text }: Answer, param: string): string =>
  `${status} ${createHash("sha256").update(param.split("/").reduce(withoutAddress, text)).digest("hex")}`;

/** Whether somebody can tell what is not theirs from what does not exist. */
function compare(
  answers: Map<string, Answer>,
  ofMissing: Map<string, Answer>,
  found: Case,
  role: RoleName,
): void {
  for (const [form, answer] of answers) {
    const said = `${role} on ${found.name} and on nothing (${form})`;
    expect
      .soft(fingerprint(answer, found.param), said)
      .toBe(fingerprint(ofMissing.get(form)!, missingFor(role)));
  }
}

it("every door of the build is declared, and every declared door is in the build", () => {
  expect(doors.map(({ id }) => id).sort()).toEqual(Object.keys(accessTable).sort());
});

it("every door reads through a loader, and says whether it acts", () => {
  for (const { id, reads, acts } of doors) {
    expect.soft(reads, `${id} has a loader`).toBe(true);
    expect.soft(acts, `${id} has an action`).toBe(accessTable[id]?.act !== undefined);
  }
});

describe.each(doors.filter(({ id }) => accessTable[id]))("$path", (door) => {
  const rule = accessTable[door.id]!;
  it.each(roles)("to %s", { timeout: 120_000 }, async (role) => {
    const results: { found: Case; read: Map<string, Answer>; act: Map<string, Answer> }[] = [];
    for (const found of casesOf(door, rule, role)) {
      const read = await readAll(door, rule, role, found);
      const act = rule.actApart ? new Map() : await actAll(door, rule, role, found);
      results.push({ found, read, act });
    }
    const nothing = results.find(({ found }) => found.thing === null);
    for (const { found, read, act } of results) {
      if (!nothing || found.thing === null || isLink(door)) continue;
      if (expected(rule, "read", role, found.thing) !== "open") compare(read, nothing.read, found, role);
      if (expected(rule, "act", role, found.thing) !== "open") compare(act, nothing.act, found, role);
    }
  });
});
