import { expect, it } from "vitest";
import { emailAddress, optional, personName, phoneNumber } from "#app/families/rules/person.ts";

const messages = (result: { error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message);

it("keeps names as written, without stray spaces", () => {
  expect(personName("missing").parse("  Marie-Lou   N'Diaye ")).toBe("Marie-Lou N'Diaye");
  expect(messages(personName("missing").safeParse("   "))).toContain("missing");
  expect(messages(personName("missing").safeParse("12"))).toEqual(["missing"]);
  expect(messages(personName("missing").safeParse("a".repeat(61)))).toEqual(["nameTooLong"]);
});

it("writes telephone numbers one way, whatever the dots", () => {
  expect(phoneNumber.parse("06.39.98-00 12")).toBe("06 39 98 00 12");
  expect(phoneNumber.parse("+33 6 39 98 00 12")).toBe("06 39 98 00 12");
  expect(phoneNumber.parse("+352 621 123 456")).toBe("+352621123456");
  expect(messages(phoneNumber.safeParse("06 39"))).toEqual(["phone"]);
});

it("writes e-mail addresses in lower case", () => {
  expect(emailAddress.parse(" Camille.Martin@Example.FR ")).toBe("camille.martin@example.fr");
  expect(messages(emailAddress.safeParse("camille"))).toEqual(["email"]);
});

it("takes nothing for no answer, and refuses a wrong one", () => {
  expect(optional(emailAddress).parse("  ")).toBeNull();
  expect(messages(optional(emailAddress).safeParse("camille"))).toEqual(["email"]);
});
