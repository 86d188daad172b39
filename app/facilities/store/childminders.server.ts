import type { CalendarDay, Weekday } from "#app/calendar/rules/day.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { DatedBand } from "../rules/capacity.ts";
import {
  type Availability,
  type Childminder,
  bandsOfAvailability,
  childminderAges,
} from "../rules/childminder.ts";
import type { FacilityKind } from "../rules/kinds.ts";

const kind: FacilityKind = "childminder";
const bandSelection = {
  id: true,
  weekday: true,
  startMinute: true,
  endMinute: true,
  places: true,
  validFrom: true,
  validTo: true,
} satisfies Prisma.CapacityBandSelect;

const selection = {
  id: true,
  name: true,
  quarterName: true,
  places: true,
  openingHours: { select: { weekday: true, startMinute: true, endMinute: true } },
  sections: { select: { id: true, bands: { select: bandSelection } } },
} satisfies Prisma.FacilitySelect;

export type StoredChildminder = Omit<Childminder, "bands" | "sectionId"> & {
  /** Null for one that a file has named, and whose hours nobody has told yet. */
  sectionId: string | null;
  bands: (DatedBand & { id: string })[];
};

function asChildminder(row: Prisma.FacilityGetPayload<{ select: typeof selection }>): StoredChildminder {
  const { openingHours, sections, ...named } = row;
  return {
    ...named,
    sectionId: sections[0]?.id ?? null,
    hours: openingHours.map(({ weekday, startMinute, endMinute }) => ({
      weekday: weekday as Weekday,
      start: startMinute,
      end: endMinute,
    })),
    bands: sections.flatMap(({ bands }) =>
      bands.map((band) => ({
        ...band,
        validFrom: band.validFrom as CalendarDay,
        validTo: band.validTo as CalendarDay | null,
      })),
    ),
  };
}

export async function listChildminders(db: Database): Promise<StoredChildminder[]> {
  const rows = await db.facility.findMany({
    where: { kind },
    select: selection,
    orderBy: [{ quarterName: "asc" }, { name: "asc" }],
  });
  return rows.map(asChildminder);
}

export async function findChildminder(db: Database, id: string): Promise<StoredChildminder | null> {
  const row = await db.facility.findFirst({ where: { id, kind }, select: selection });
  return row && asChildminder(row);
}

export async function facilityIsNamed(db: Database, name: string, except: string | null): Promise<boolean> {
  const found = await db.facility.findUnique({ where: { name }, select: { id: true } });
  return found !== null && found.id !== except;
}

const openingRows = ({ hours }: Availability) =>
  hours.map(({ weekday, start, end }) => ({ weekday, startMinute: start, endMinute: end }));

/** Neither address nor zone: her home is where she works, and only its quarter is kept. */
export async function insertChildminder(
  tx: Database,
  {
    name,
    quarterName,
    sectionName,
    source,
    availability,
  }: Pick<Childminder, "name"> & {
    quarterName: string;
    sectionName: string;
    source: string;
    availability: Availability;
  },
): Promise<string> {
  const { id } = await tx.facility.create({
    data: {
      ...{ name, kind, quarterName, source, ...childminderAges },
      places: availability.places,
      openingHours: { create: openingRows(availability) },
      sections: {
        create: {
          ...{ name: sectionName, ...childminderAges },
          bands: { create: bandsOfAvailability(availability) },
        },
      },
    },
    select: { id: true },
  });
  return id;
}

export async function updateChildminder(
  tx: Database,
  id: string,
  { name, quarterName }: { name: string; quarterName: string },
): Promise<void> {
  await tx.facility.update({ where: { id }, data: { name, quarterName } });
}

/** Bands end the day before, and others take over; nothing in the past changes. */
export async function replaceAvailability(
  tx: Database,
  {
    id,
    name,
    sectionId,
  }: Pick<StoredChildminder, "id" | "sectionId"> & {
    /** Of the section, when she has none yet. */
    name: string;
  },
  ended: { deleted: string[]; ended: string[]; lastDay: CalendarDay },
  availability: Availability | null,
): Promise<void> {
  await tx.capacityBand.deleteMany({ where: { id: { in: ended.deleted } } });
  await tx.capacityBand.updateMany({ where: { id: { in: ended.ended } }, data: { validTo: ended.lastDay } });
  if (!availability) return;
  const section =
    sectionId ?? (await tx.section.create({ data: { facilityId: id, name, ...childminderAges } })).id;
  const bands = bandsOfAvailability(availability).map((band) => ({ ...band, sectionId: section }));
  await tx.capacityBand.createMany({ data: bands });
  await tx.facility.update({
    where: { id },
    data: {
      places: availability.places,
      openingHours: { deleteMany: {}, create: openingRows(availability) },
    },
  });
}
