// Finding people by what an agent types: accents, capitals and hyphens do not matter.

export function plainName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

export function searchWords(text: string): string[] {
  return plainName(text).split(" ").filter(Boolean).slice(0, 4);
}

/** Whether each word typed begins a word of the names. */
export function matchesNames(words: string[], names: string[]): boolean {
  const known = names.flatMap((name) => plainName(name).split(" "));
  return words.every((word) => known.some((each) => each.startsWith(word)));
}
