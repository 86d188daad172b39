// What a commission decides on, in one file: format "guichet-allocation/1". Everything is named by public ids;
// the units that an option uses are derived (engine-tables.ts), never stored.
import { z } from "#app/zod.ts";

const id = z.string().min(1);
const count = z.number().int().min(0).max(1_000_000_000);
const points = z.number().int().min(-1_000_000).max(1_000_000);
const index = z.number().int().min(0);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const week = z.enum(["A", "B"]).nullable();

const reserve = z.strictObject({
  id,
  facility: id,
  class: id,
  target: count,
  unit: z.enum(["places", "halfHours"]),
});

const rules = z.strictObject({
  version: id,
  /** An option from which a request was displaced that many times is closed to it until the next repair round. */
  displacements: z.number().int().min(1).max(100),
  repairRounds: z.number().int().min(0).max(100),
  surnombreMax: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  reserves: z.array(reserve),
});

/** `week` and `period` are null when the cell is the same all along; a night may end before it starts. */
const cell = z.strictObject({
  id,
  weekday: z.number().int().min(1).max(7),
  from: time,
  to: time,
  halfHours: z.number().int().min(1).max(48),
  week,
  period: id.nullable(),
});

const limit = { id, facility: id, cap: count, hardCap: count };
const resource = z.discriminatedUnion("kind", [
  z.strictObject({ ...limit, kind: z.literal("total"), cell: index }),
  z.strictObject({ ...limit, kind: z.literal("section"), section: id, cell: index }),
  /** Half-hours of the cells of that week and period; a null, here or in the cell, matches every one. */
  z.strictObject({ ...limit, kind: z.literal("weekHours"), week, period: id.nullable() }),
  z.strictObject({ ...limit, kind: z.literal("staff"), cell: index }),
  z.strictObject({ ...limit, kind: z.literal("classMax"), class: id }),
]);

const child = z.strictObject({
  id,
  /** One section all along, or the section of each period. */
  section: z.union([id, z.record(id, id)]),
  staffUnits: z.number().int().min(0).max(1000),
});

const part = z.strictObject({ child: index, facility: id, pattern: id });
const option = z.strictObject({
  kind: z.enum(["wish", "partial", "current"]),
  parts: z.array(part).min(1),
});

/** Options best first; `current` is the index of the seat held, always the last option, of kind `current`. */
export const requestSchema = z.strictObject({
  id,
  children: z.array(child).min(1),
  basePoints: points,
  lottery: z.number().int().min(0).max(4_294_967_295),
  classes: z.array(id),
  localPoints: z.record(id, points),
  current: index.nullable(),
  options: z.array(option),
});

/** All but the requests, which are many and are read one by one (read-instance.ts). */
export const frameSchema = z.strictObject({
  format: z.literal("guichet-allocation/1"),
  rules,
  cells: z.array(cell),
  patterns: z.record(id, z.array(index).min(1)),
  facilities: z.array(z.strictObject({ id, sections: z.array(id) })),
  resources: z.array(resource),
});

export const instanceSchema = z.strictObject({
  ...frameSchema.shape,
  requests: z.array(requestSchema),
});

export type Instance = z.infer<typeof instanceSchema>;
export type InstanceReserve = z.infer<typeof reserve>;
export type InstanceCell = z.infer<typeof cell>;
export type InstanceResource = z.infer<typeof resource>;
export type InstanceRequest = z.infer<typeof requestSchema>;
export type InstanceChild = z.infer<typeof child>;
export type InstanceOption = z.infer<typeof option>;
export type InstancePart = z.infer<typeof part>;
