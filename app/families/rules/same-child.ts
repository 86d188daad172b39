type ChildDays = { firstName: string; birthDay: string | null; expectedOn: string | null };

const plain = (name: string): string => name.normalize("NFD").replace(/\P{L}/gu, "").toLowerCase();

/** Whether a child typed in a form is one the household already has: same day, and same first name once born. */
export function isSameChild(one: ChildDays, other: ChildDays): boolean {
  if (one.birthDay !== other.birthDay || one.expectedOn !== other.expectedOn) return false;
  return one.birthDay === null || plain(one.firstName) === plain(other.firstName);
}
