/** Letters and digits that nobody mistakes for another on the phone. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 5;

/**
 * The reference that a family reads out: "GF-26-7K3MQ".
 * @param year four digits
 * @param random bytes from a secure source, at least five
 */
export function careRequestReference(year: number, random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, length), (byte) => alphabet[byte % alphabet.length]);
  return `GF-${String(year).slice(2)}-${letters.join("")}`;
}

/** What a person types, as it is kept: "gf 26 7k3mq" becomes "GF-26-7K3MQ". Null when it cannot be a reference. */
export function readReference(text: string): string | null {
  const compact = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const match = /^GF(\d{2})([A-Z0-9]{5})$/.exec(compact);
  return match ? `GF-${match[1]}-${match[2]}` : null;
}
