// What the engine answers: format "guichet-allocation-result/1", one JSON object a line: the header, the requests in
// code-point order of id, the claims, the surnombre.
import { z } from "#app/zod.ts";

const id = z.string().min(1);
const count = z.number().int().min(0);

const header = z.strictObject({
  format: z.literal("guichet-allocation-result/1"),
  /** Of the bytes of the instance file, in hexadecimal. */
  inputHash: z.string().regex(/^[0-9a-f]{64}$/),
  engine: id,
  placed: count,
  refusedOptions: count,
  claims: count,
  /** How many surnombre lines follow. */
  surnombre: count,
});

/** The key of a request at a facility: points high to low, then lottery low to high. */
const key = z.strictObject({ points: z.number().int(), lottery: count });

/**
 * A resource that refuses an option: `used` counts what the holders above use, `cap` includes surnombre, and
 * used + need > cap. `threshold` is the key of the last holder above that uses it; null when all are kept seats.
 */
const binding = z.strictObject({
  resource: id,
  used: count,
  need: count,
  cap: count,
  threshold: key.nullable(),
});

/** An option better than the one held, by its index; `binding` is empty when it is a claim, and only then. */
const refused = z.strictObject({ option: count, binding: z.array(binding) });

const placed = z.strictObject({
  request: id,
  option: count,
  precedence: z.enum(["maintien", "reserve", "points"]),
  refused: z.array(refused),
});
const unplaced = z.strictObject({ request: id, option: z.null(), refused: z.array(refused) });

/** An option that the choice rule would accept; `against`: the requests that it would displace, none when waste. */
const claim = z.strictObject({
  claim: z.strictObject({
    request: id,
    option: count,
    type: z.enum(["waste", "envy"]),
    against: z.array(id),
  }),
});

/** Units held beyond `cap`, and the lowest holder that uses them. */
const surnombre = z.strictObject({
  surnombre: z.strictObject({ resource: id, plus: z.number().int().min(1), request: id }),
});

export const resultLineSchema = z.union([header, placed, unplaced, claim, surnombre]);

export type ResultKey = z.infer<typeof key>;
export type Binding = z.infer<typeof binding>;
export type Refused = z.infer<typeof refused>;
export type Precedence = z.infer<typeof placed>["precedence"];
export type RequestLine = z.infer<typeof placed> | z.infer<typeof unplaced>;
export type Claim = z.infer<typeof claim>["claim"];
export type Surnombre = z.infer<typeof surnombre>["surnombre"];
export type ResultLine = z.infer<typeof resultLineSchema>;
