// Only the purposes listed by décret 2019-341 may hold this number (NIR), and care requests are not among them.
// Sex or temporary mark, year, month, department, town, order, then perhaps the key: 13 or 15 digits.
const between = String.raw`[\s.\-/]{0,2}`;
const parts = [
  "[1-478]",
  String.raw`\d{2}`,
  String.raw`\d{2}`,
  String.raw`(?:\d{2}|2[AB])`,
  String.raw`\d{3}`,
  String.raw`\d{3}`,
];
const number = new RegExp(String.raw`(?<!\d)${parts.join(between)}(?:${between}\d{2})?(?!\d)`, "i");

/** Whether a text holds what looks like a French social security number, spaced or not. */
export function holdsSocialSecurityNumber(text: string): boolean {
  return number.test(text);
}
