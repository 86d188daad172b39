type Named = { firstName: string; lastName: string };

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\s'-]+/g, " ")
    .trim()
    .toLowerCase();

/** One name typed on two tablets: accents, capitals and dashes make no other child. */
export function isSameName(one: Named, other: Named): boolean {
  return plain(one.firstName) === plain(other.firstName) && plain(one.lastName) === plain(other.lastName);
}

/** For finding a child by a part of its name. */
export const plainName = ({ firstName, lastName }: Named): string => plain(`${firstName} ${lastName}`);
export const plainText = plain;
