// Families made up: the week they need, the facilities they ask for, points, siblings, transfers.
import type { Instance, InstanceOption, InstanceRequest } from "#app/allocation/rules/instance.ts";
import type { Chance } from "./chance.ts";
import { quartierOf, sections, type Place, type Section, type Staying } from "./facilities.ts";
import type { WholeShape } from "./town.ts";
import { drawWeek, fewerDays, type Week } from "./weeks.ts";
import { wishesIn, type Wishes } from "./wishes.ts";

interface Given {
  chance: Chance;
  shape: WholeShape;
  places: readonly Place[];
  /** By request: the seat of a child who asks for another. */
  seats: readonly (Staying | undefined)[];
  patternId: (week: Week) => string;
}

interface Town extends Given {
  wishesAt: Wishes;
  anyPlace: () => Place;
  single: ReturnType<typeof optionBook>;
}

/** One object for each single option: thousands of families ask for the same one. */
function optionBook() {
  const known = new Map<string, InstanceOption>();
  return (kind: InstanceOption["kind"], facility: string, pattern: string): InstanceOption => {
    const key = `${kind} ${facility} ${pattern}`;
    const option = known.get(key) ?? { kind, parts: [{ child: 0, facility, pattern }] };
    known.set(key, option);
    return option;
  };
}

const drawSection = (chance: Chance): Section => {
  const age = chance.roll();
  return age < 0.46 ? "B" : age < 0.8 ? "M" : "G";
};

/** 6 to 77: work, months of waiting, the rest of the family's situation. */
const drawPoints = (chance: Chance): number =>
  chance.pick([6, 6, 14, 24, 24, 30]) + chance.whole(0, 24) + (chance.often(0.4) ? chance.whole(0, 23) : 0);

function drawLocalPoints(
  town: Town,
  wishes: readonly number[],
  quartier: number,
): InstanceRequest["localPoints"] {
  const { chance, places } = town;
  const points: Record<string, number> = {};
  const withSibling = chance.often(0.12) ? chance.pick(wishes) : null;
  for (const index of wishes) {
    const sum = (index === withSibling ? 10 : 0) + (places[index]!.quartier === quartier ? 4 : 0);
    if (sum > 0) points[places[index]!.id] = sum;
  }
  return points;
}

function siblingOptions(town: Town, wishes: readonly string[], pattern: string): InstanceOption[] {
  const pair = (one: string, other: string): InstanceOption => ({
    kind: "wish",
    parts: [
      { child: 0, facility: one, pattern },
      { child: 1, facility: other, pattern },
    ],
  });
  const together = wishes.map((facility) => pair(facility, facility));
  if (!town.chance.often(town.shape.apartShare)) return together;
  const [first, second, third] = wishes;
  const apart = [
    [first, second],
    [second, first],
    [first, third],
  ].filter((two): two is [string, string] => two.every((facility) => facility !== undefined));
  return [...together, ...apart.map(([one, other]) => pair(one, other))];
}

/** "Fewer days here before another facility" or "the whole week anywhere first": the family says which. */
function fewerDayOptions(town: Town, wishes: readonly string[], week: Week): InstanceOption[] {
  const { single } = town;
  const full = (facility: string) => single("wish", facility, town.patternId(week));
  const shorter = fewerDays(town.chance, week).map(town.patternId);
  const partial = (facility: string) => shorter.map((pattern) => single("partial", facility, pattern));
  return town.chance.often(0.5)
    ? wishes.flatMap((facility) => [full(facility), ...partial(facility)])
    : [...wishes.map(full), ...wishes.flatMap(partial)];
}

/** Families live where facilities were built: around their seat, or around a facility drawn by its size. */
function drawHome({ chance, places, anyPlace }: Town, seat: Staying | undefined): [number, number] {
  const place = seat ? places[seat.facility]! : anyPlace();
  const spread = 3 / Math.sqrt(places.length);
  const near = (at: number) => Math.min(0.999, Math.max(0, at + (chance.roll() - 0.5) * spread));
  return [near(place.x), near(place.y)];
}

/** Draws a facility, the large ones more often. */
function placeBySize({ chance, places }: Given): () => Place {
  const seats = places.flatMap((place) => Array.from({ length: place.children }, () => place));
  return () => chance.pick(seats);
}

function drawRequest(town: Town, number: number) {
  const { chance, shape, places, wishesAt, single } = town;
  const digits = String(shape.requests).length;
  const name = String(number + 1).padStart(digits, "0");
  const seat = town.seats[number];
  const siblings = !seat && chance.often(shape.siblingShare);
  const week = seat?.week ?? drawWeek(chance, { atypical: !siblings, alternating: shape.alternateWeeks });
  const [x, y] = drawHome(town, seat);
  const wishes = wishesAt(x, y, chance.whole(3, 8), week.atypical).filter(
    (index) => index !== seat?.facility,
  );
  const ids = wishes.map((index) => places[index]!.id);
  const section = seat?.section ?? drawSection(chance);
  const wanted = siblings
    ? siblingOptions(town, ids, town.patternId(week))
    : !seat && chance.often(shape.partialShare)
      ? fewerDayOptions(town, ids, week)
      : ids.map((facility) => single("wish", facility, town.patternId(week)));
  const current = seat ? [single("current", places[seat.facility]!.id, town.patternId(seat.week))] : [];
  const child = (suffix: string, of: Section) => ({
    id: `K${name}${suffix}`,
    section: of,
    staffUnits: of === "B" ? 8 : 5,
  });
  const other = chance.often(0.4) ? section : chance.pick(sections);
  return {
    id: `R${name}`,
    children: siblings ? [child("a", section), child("b", other)] : [child("", section)],
    basePoints: drawPoints(chance),
    lottery: 0,
    classes: chance.often(shape.insertionShare) ? ["insertion"] : [],
    localPoints:
      shape.localPoints && wishes.length > 0
        ? drawLocalPoints(town, wishes, quartierOf(x, y, places.length))
        : {},
    current: seat ? wanted.length : null,
    options: [...wanted, ...current],
  } satisfies InstanceRequest;
}

/** Every request of the town, the transfers among the others; the draw gives each its own rank. */
export function drawRequests(given: Given): Instance["requests"] {
  const { chance, shape, places } = given;
  const town = {
    ...given,
    wishesAt: wishesIn(places, chance),
    anyPlace: placeBySize(given),
    single: optionBook(),
  };
  const ranks = chance.shuffle(Array.from({ length: shape.requests }, (_, index) => index + 1));
  return ranks.map((lottery, number) => ({ ...drawRequest(town, number), lottery }));
}
