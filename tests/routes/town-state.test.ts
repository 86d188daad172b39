import { expect, it } from "vitest";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { createOrganisation } from "../support/builders.ts";
import { useTestDatabase } from "../support/database.ts";
import { stateOf } from "./town-state.ts";

it("the state of a town changes with every write, whoever writes, and with nothing else", async () => {
  const { db, url } = await useTestDatabase();
  const other = openDatabase(url);
  const states = [await stateOf(db)];
  await createOrganisation(db, { id: "own" });
  states.push(await stateOf(db));
  await createOrganisation(other, { id: "other" });
  states.push(await stateOf(db));
  await other.organisation.update({ where: { id: "own" }, data: { name: "Renamed" } });
  states.push(await stateOf(db));
  expect(new Set(states).size).toBe(4);
  expect(await stateOf(db)).toBe(states.at(-1));
  const besides = await stateOf(db, ["Organisation"]);
  await other.organisation.deleteMany();
  await other.$disconnect();
  expect(await stateOf(db, ["Organisation"])).toBe(besides);
  expect(await stateOf(db)).toBe(states[0]);
});
