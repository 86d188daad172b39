import { listOf, mapOf, oneOf, orNull, type Read, shape, text, Unreadable, whole } from "./reading.ts";

/** "05:30", up to "24:00". */
const clock: Read<string> = (value) => {
  if (typeof value === "string" && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value)) return value;
  throw new Unreadable("une heure HH:MM est attendue", "a time HH:MM is expected");
};

const week = oneOf("A", "B");

const cell = shape({
  id: text,
  weekday: whole(1, 7),
  from: clock,
  to: clock,
  halfHours: whole(1, 48),
  week: orNull(week),
  period: orNull(text),
});

const limits = { id: text, facility: text, cap: whole(0), hardCap: whole(0) };
const kinds = {
  total: shape({ kind: oneOf("total"), cell: whole(0), ...limits }),
  section: shape({ kind: oneOf("section"), section: text, cell: whole(0), ...limits }),
  staff: shape({ kind: oneOf("staff"), cell: whole(0), ...limits }),
  weekHours: shape({ kind: oneOf("weekHours"), week: orNull(week), period: orNull(text), ...limits }),
  classMax: shape({ kind: oneOf("classMax"), class: text, ...limits }),
};
export type Resource = ReturnType<(typeof kinds)[keyof typeof kinds]>;

const kindOfResource = oneOf("total", "section", "staff", "weekHours", "classMax");
/** Its kind says which fields it has. */
const resource: Read<Resource> = (value) => {
  const { kind } = Object(value) as { kind?: unknown };
  let known: keyof typeof kinds;
  try {
    known = kindOfResource(kind);
  } catch (error) {
    if (error instanceof Unreadable) error.steps.push("kind");
    throw error;
  }
  return kinds[known](value);
};

/** The same all along, or one for each period. */
const sections: Read<string | Map<string, string>> = (value) =>
  typeof value === "string" ? text(value) : mapOf(text)(value);

const part = shape({ child: whole(0), facility: text, pattern: text });
const option = shape({ kind: oneOf("wish", "partial", "current"), parts: listOf(part, 1) });

const request = shape({
  id: text,
  children: listOf(shape({ id: text, section: sections, staffUnits: whole(0) }), 1),
  basePoints: whole(),
  lottery: whole(0),
  classes: listOf(text),
  localPoints: mapOf(whole()),
  current: orNull(whole(0)),
  options: listOf(option),
});

const reserve = shape({
  id: text,
  facility: text,
  class: text,
  target: whole(0),
  unit: oneOf("places", "halfHours"),
});

/** `instance.json`, as written in its file: nothing is looked up yet. */
export const readInstance = shape({
  format: oneOf("guichet-allocation/1"),
  rules: shape({
    version: text,
    displacements: whole(1),
    repairRounds: whole(0),
    surnombreMax: whole(0, 2),
    reserves: listOf(reserve),
  }),
  cells: listOf(cell),
  patterns: mapOf(listOf(whole(0), 1)),
  facilities: listOf(shape({ id: text, sections: listOf(text) })),
  resources: listOf(resource),
  requests: listOf(request),
});

export type Instance = ReturnType<typeof readInstance>;
export type Cell = ReturnType<typeof cell>;
export type Reserve = ReturnType<typeof reserve>;
export type Request = ReturnType<typeof request>;
export type Option = ReturnType<typeof option>;
