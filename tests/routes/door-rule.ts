// What a door's rule is made of: who may pass, to what, and what is posted to try it.
import { type RoleName, type Secret, roles } from "./roles.ts";
import type { Town } from "./town.ts";

export type People = "everyone" | readonly RoleName[];

/** A value of the address's parameter, and whose it is: for anybody else it answers as if it did not exist. */
export type Thing = {
  param: string;
  of: People;
  /** Names that it shows to whoever it is for. */
  shows?: Secret[];
};

export type DoorRule = {
  read: People;
  /** Left out: the door has no action, and answers 405 to whoever posts. */
  act?: People;
  /** By name; what does not exist is added by the matrix. Left out: the address has no parameter. */
  things?: (town: Town, role: RoleName) => Record<string, Thing>;
  /** What is posted to a thing that is not one's own: complete, so that only the scope refuses it. */
  body?: (town: Town) => Record<string, string>;
  /** Posting would end what the matrix stands on: tested apart. */
  actApart?: true;
  /** What an empty form gets from whoever may post; anything but a refusal when left out. */
  emptyForm?: "notFound";
  /** Names shown to everybody who may read the page. */
  shows?: Secret[];
};

export function includes(people: People, role: RoleName): boolean {
  return people === "everyone" || people.includes(role);
}

/** Whether somebody has a session that counts. */
export function isSignedIn(role: RoleName): boolean {
  return roles.includes(role) && role !== "anonymous" && role !== "disabled";
}
