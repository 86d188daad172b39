const firstSurrogate = 0xd800;
const lastSurrogate = 0xdfff;

/** Units of pairs name code points above all others: they are put above the units that follow them. */
function rank(unit: number): number {
  if (unit < firstSurrogate) return unit;
  return unit <= lastSurrogate ? unit + 0x2000 : unit - 0x800;
}

/** @returns below 0 when `a` comes before `b` by code points, whatever the language of the machine */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
