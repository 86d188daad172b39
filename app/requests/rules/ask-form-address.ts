import { searchName, streetOfAddress } from "#app/territory/rules/search-name.ts";
import type { TypedAddress } from "./ask-form.ts";
import type { Answers, AskProblem } from "./ask-form-answers.ts";

/** The zone is not known: the family does not know it, or lives outside the town. */
export const unknownZone = "unknown";
export const outsideZone = "outside";

export type AskedAddress = {
  streetNumber: string | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
  zoneCode: string | null;
};

const orNull = (text: string): string | null => text.trim().replace(/\s+/g, " ") || null;

const shortened: [RegExp, string][] = [
  [/^(r|rue)\.? /, "rue "],
  [/^(av|ave)\.? /, "avenue "],
  [/^(bd|bld|boul)\.? /, "boulevard "],
  [/^(pl)\.? /, "place "],
  [/^(all)\.? /, "allee "],
  [/^(imp)\.? /, "impasse "],
  [/^(chem|che|ch)\.? /, "chemin "],
  [/^(rte)\.? /, "route "],
];

/** A street as the list of streets knows it: "12 av. du Lavoir" is "avenue du lavoir". */
export function streetWanted(typed: string): string {
  const street = streetOfAddress(typed);
  const found = shortened.find(([short]) => short.test(street));
  return found ? street.replace(found[0], found[1]) : street;
}

export type KnownStreet = { searchName: string; zoneCode: string };

/** The zones of a street, each once: none when it is not in the list. */
export function zonesOfStreet(typed: string, streets: KnownStreet[]): string[] {
  const wanted = streetWanted(typed);
  const same = streets.filter((street) => street.searchName === wanted);
  return [...new Set(same.map(({ zoneCode }) => zoneCode))];
}

/** Whether a city typed by hand is the town. */
export function isTown(city: string, town: string): boolean {
  return searchName(city) === searchName(town);
}

/**
 * The address as posted. The zone follows from the street; what the family chose holds only for the street it was
 * chosen for.
 */
export function keepAddress(
  answers: Answers,
  { streets, zoneCodes, town }: { streets: KnownStreet[]; zoneCodes: string[]; town: string },
): TypedAddress {
  const [street, city] = [answers.text("street"), answers.text("city")];
  const kept = {
    streetNumber: answers.text("streetNumber"),
    street,
    postcode: answers.text("postcode"),
    city,
  };
  const zoneOfStreet = streetWanted(street);
  if (city.trim() !== "" && !isTown(city, town)) return { ...kept, zoneCode: outsideZone, zoneOfStreet };
  const found = zonesOfStreet(street, streets);
  if (found.length === 1) return { ...kept, zoneCode: found[0]!, zoneOfStreet };
  const chosen = answers.text("zoneCode");
  const holds =
    answers.text("zoneOfStreet") === zoneOfStreet && (chosen === unknownZone || zoneCodes.includes(chosen));
  return { ...kept, zoneCode: holds ? chosen : "", zoneOfStreet };
}

export function readAddress(typed: TypedAddress): { address: AskedAddress; problems: AskProblem[] } {
  const problems: AskProblem[] = [];
  if (orNull(typed.city) === null) problems.push({ name: "city", code: "city" });
  // A family without a street of its own may name its quarter, or nothing at all.
  if (typed.zoneCode === "")
    problems.push(
      orNull(typed.street) ? { name: "zoneCode", code: "zone" } : { name: "street", code: "street" },
    );
  if (typed.postcode.trim() !== "" && !/^\d{5}$/.test(typed.postcode.trim()))
    problems.push({ name: "postcode", code: "postcode" });
  const known = ![unknownZone, outsideZone, ""].includes(typed.zoneCode);
  return {
    address: {
      streetNumber: orNull(typed.streetNumber),
      street: orNull(typed.street),
      postcode: orNull(typed.postcode),
      city: orNull(typed.city),
      zoneCode: known ? typed.zoneCode : null,
    },
    problems,
  };
}
