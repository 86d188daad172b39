// Fictional childminders: a quarter, places and hours. Neither their address nor their zone is anywhere.
import { addDays, addMonths, mondayOf } from "#app/calendar/rules/day.ts";
import { parseHours } from "#app/calendar/rules/hours-text.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { childminderAges } from "#app/facilities/rules/childminder.ts";
import type { Build } from "./build.ts";
import type { DemoFacility } from "./facility.ts";
import { addChild, bornMonthsAgo, openFamily } from "./families.ts";
import { homeNear } from "./placed-nursery.ts";
import { addPlacement, pastStart } from "./placement.ts";
import { random } from "./random.ts";
import { nurseryWishes } from "./wishes.ts";
import { zoneOf } from "./zones.ts";

/** A zone stands for its quarter; `children` are the hours of those who are with her already. */
type Line = [name: string, zone: string, places: number, hours: string, ...children: string[]];

const lines: Line[] = [
  ["Nadège Humbert", "574630902", 3, "lun-ven 5h30-8h30 16h30-19h", "lun-ven 16h30-18h30"],
  ["Samira Haddad", "574631004", 4, "lun,mar,jeu-sam 5h30-8h30; mer 5h30-18h"],
  ["Corinne Thiriet", "574630901", 2, "lun-ven 18h-8h+1", "mar,jeu 18h-8h+1"],
  ["Fatou Diallo", "574630806", 3, "ven 17h30-8h+1; sam 17h30-24h; dim 0h-24h; lun 0h-8h"],
  ["Isabelle Vautrin", "574630101", 4, "lun-ven 7h-18h30", "lun-ven 7h30-17h30", "lun-ven 8h-18h"],
  ["Elif Kaya", "574630204", 4, "lun-ven 7h-19h", "lun,mar,jeu,ven 8h-17h30", "lun-ven 8h-18h"],
  ["Marie-Jo Collin", "574630303", 3, "lun,mar,jeu,ven 7h30-18h", "lun,mar,jeu,ven 8h-17h"],
  ["Patrizia Moretti", "574630403", 2, "lun-ven 8h-18h", "lun-ven 8h30-17h30"],
  ["Lan Pham", "574630502", 4, "lun-ven 6h30-18h30", "lun-ven 7h-17h"],
  ["Sylvie Marchal", "574630603", 4, "lun-ven 7h-18h", "lun,mar,jeu 8h-17h30", "lun-ven 8h-17h"],
  ["Andreia Lopes", "574630702", 3, "lun-ven 7h30-19h30", "lun-ven 8h30-19h"],
  ["Véronique Pierson", "574630804", 3, "lun,mar,jeu,ven 13h-21h30; mer 8h-21h30"],
  ["Hanane Meziane", "574631101", 4, "mer 7h-19h; sam 7h-19h"],
  ["Agnieszka Nowak", "574631202", 3, "lun-ven 7h-17h30", "lun-ven 7h30-17h"],
];

function read(text: string): WeeklyPattern {
  const hours = parseHours(text);
  if (!hours.ok) throw new Error(`A childminder's hours are wrong: ${text}`);
  return hours.pattern;
}

type DemoChildminder = DemoFacility & { children: WeeklyPattern[] };

export const childminders: readonly DemoChildminder[] = lines.map(
  ([name, zone, places, hours, ...children], index) => {
    const id = `assmat-${String(index + 1).padStart(2, "0")}`;
    const opening = read(hours).slots.map(({ weekday, start, end }) => ({ weekday, start, end }));
    return {
      ...{ id, name, kind: "childminder", organisationId: null, zone: zoneOf(zone), places, opening },
      homeBasedPlaces: null,
      sections: [
        {
          ...{ id: `${id}-home`, name: "Accueil à domicile", places },
          ...childminderAges,
          bands: opening.map((each) => ({ ...each, places })),
        },
      ],
      schoolIds: [],
      children: children.map(read),
    };
  },
);

export const placedWithChildminders = childminders.flatMap(({ children }) => children).length;

/** Months: who is with a childminder, and for how long at most. */
const [youngest, oldest, longestStay] = [9, 30, 14];

/** The children who are with them already, found by the guichet. */
export function addPlacedWithChildminders(build: Build): void {
  const rng = random(build.seed, "placed", "childminders");
  for (const { children, ...facility } of childminders) {
    for (const pattern of children) {
      const months = rng.between(youngest, oldest);
      const birth = bornMonthsAgo(build.today, months, rng);
      const since = rng.between(2, Math.min(longestStay, months - 3));
      const startOn =
        pastStart(build.today, addMonths(birth, 3), since, rng) ?? mondayOf(addDays(build.today, -7));
      build.hold(facility.sections[0]!, pattern);
      const family = openFamily(build.families, homeNear(facility.zone, rng));
      addPlacement(build, {
        child: addChild(build.families, family, birth),
        place: { facility, section: facility.sections[0]! },
        kind: "nursery",
        pattern,
        startOn,
        wishes: nurseryWishes(family.zone, pattern, rng),
      });
    }
  }
}
