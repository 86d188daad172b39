// The order of ids in every list: by code point, whatever the machine's language.

const surrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Negative when `a` comes first. A surrogate stands for a code point above all others that fit in one unit. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left === right) continue;
    return surrogate(left) === surrogate(right) ? left - right : surrogate(left) ? 1 : -1;
  }
  return a.length - b.length;
}
