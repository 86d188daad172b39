/** A street as people type it: lower case, without accents, one space between words. */
export function searchName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** The street of "12 bis, rue du Lavoir d'En Haut", in the same form. */
export function streetOfAddress(address: string): string {
  return searchName(address).replace(/^\d+\s*(?:(?:bis|ter|quater|[a-d])\b)?\s*,?\s*/, "");
}
