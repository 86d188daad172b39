// The code typed once on a tablet: eight characters that nobody takes one for another (no I, L, O, U, 0, 1).
export const pairingAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
export const pairingLength = 8;
export const pairingMinutes = 15;

/** @param bytes random, one a character at least */
export function pairingCode(bytes: Iterable<number>): string {
  // 30 characters: bytes from 240 on would make the first ones likelier.
  const fair = [...bytes].filter((byte) => byte < 240).slice(0, pairingLength);
  if (fair.length < pairingLength) throw new RangeError("Too few random bytes for a code.");
  return fair.map((byte) => pairingAlphabet[byte % pairingAlphabet.length]).join("");
}

/** "ABCD EFGH": read aloud across a room. */
export const shownCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** What was typed, without spaces, dashes or small letters; null when it cannot be a code. */
export function typedCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, "");
  const possible = code.length === pairingLength && [...code].every((each) => pairingAlphabet.includes(each));
  return possible ? code : null;
}
