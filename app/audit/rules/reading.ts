/** What cannot be read in a file: where, as a JSON path, and why, in both languages. */
export class Unreadable extends Error {
  readonly steps: (string | number)[] = [];
  /** In a file of one value a line, counted from 1. */
  line: number | null = null;
  constructor(
    readonly fr: string,
    readonly en: string,
  ) {
    super(`${fr} / ${en}`);
  }

  /** @returns the JSON path, such as `$.requests[3].options[0].kind` */
  get path(): string {
    const write = (step: string | number): string => {
      if (typeof step === "number") return `[${step}]`;
      return /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    };
    return `$${this.steps.map(write).join("")}`;
  }
}

/** @returns the error of a value that is in its place but means nothing, such as an id that names nothing */
export function unreadableAt(steps: (string | number)[], fr: string, en: string): Unreadable {
  const error = new Unreadable(fr, en);
  error.steps.push(...steps);
  return error;
}

/** Gives the value in its type, or throws `Unreadable`. */
export type Read<T> = (value: unknown) => T;

/** Reads one field or one item, and adds its place to the path of what it throws. */
function within<T>(step: string | number, read: Read<T>, value: unknown): T {
  try {
    return read(value);
  } catch (error) {
    if (error instanceof Unreadable) error.steps.unshift(step);
    throw error;
  }
}

/** A text of at least one character. */
export const text: Read<string> = (value) => {
  if (typeof value !== "string" || value === "")
    throw new Unreadable("un texte est attendu", "a text is expected");
  return value;
};

/** @returns a reader of whole numbers between two bounds, both included */
export function whole(least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): Read<number> {
  return (value) => {
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most)
      return value;
    const bounds =
      (least === Number.MIN_SAFE_INTEGER ? "" : ` ≥ ${least}`) +
      (most === Number.MAX_SAFE_INTEGER ? "" : ` ≤ ${most}`);
    throw new Unreadable(`un nombre entier${bounds} est attendu`, `a whole number${bounds} is expected`);
  };
}

/** @returns a reader of one of these words */
export function oneOf<const T extends string>(...words: readonly T[]): Read<T> {
  return (value) => {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined)
      throw new Unreadable(`attendu : ${words.join(", ")}`, `expected: ${words.join(", ")}`);
    return word;
  };
}

/** @returns a reader of what may be null */
export function orNull<T>(read: Read<T>): Read<T | null> {
  return (value) => (value === null ? null : read(value));
}

// What is read as it stands is not copied: a result has millions of values.

/** @returns a reader of lists of at least so many items */
export function listOf<T>(read: Read<T>, least = 0): Read<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Unreadable("une liste est attendue", "a list is expected");
    if (value.length < least) throw new Unreadable("la liste est vide", "the list is empty");
    let items: unknown[] = value;
    for (let index = 0; index < value.length; index++) {
      const item = within(index, read, value[index]);
      if (item === value[index]) continue;
      if (items === value) items = [...value];
      items[index] = item;
    }
    return items as T[];
  };
}

/** Refuses all that is not an object of named fields. */
function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Unreadable("un objet est attendu", "an object is expected");
  return value as Record<string, unknown>;
}

/** @returns a reader of objects whose keys are free */
export function mapOf<T>(read: Read<T>): Read<Map<string, T>> {
  return (value) =>
    new Map(Object.entries(fieldsOf(value)).map(([key, item]) => [key, within(key, read, item)]));
}

type Fields = Record<string, Read<unknown>>;
type Shape<F extends Fields, O extends Fields> = { [K in keyof F]: ReturnType<F[K]> } & {
  [K in keyof O]?: ReturnType<O[K]>;
};

/** @returns a reader of objects with these fields, perhaps those, and no other */
export function shape<F extends Fields, O extends Fields = Record<never, never>>(
  required: F,
  optional?: O,
): Read<Shape<F, O>> {
  const readers = Object.entries({ ...required, ...optional });
  const known = new Set(readers.map(([name]) => name));
  return (value) => {
    const fields = fieldsOf(value);
    for (const name in fields) if (!known.has(name)) within(name, unknownField, fields[name]);
    let read = fields;
    for (const [name, reader] of readers) {
      if (!Object.hasOwn(fields, name)) {
        if (Object.hasOwn(required, name)) within(name, missingField, undefined);
        continue;
      }
      const field = within(name, reader, fields[name]);
      if (field === fields[name]) continue;
      if (read === fields) read = { ...fields };
      read[name] = field;
    }
    return read as Shape<F, O>;
  };
}

const unknownField: Read<never> = () => {
  throw new Unreadable("champ inconnu", "unknown field");
};
const missingField: Read<never> = () => {
  throw new Unreadable("champ absent", "missing field");
};
