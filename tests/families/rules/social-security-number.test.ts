import { expect, it } from "vitest";
import { holdsSocialSecurityNumber } from "#app/families/rules/social-security-number.ts";

it.each([
  "2850957463123",
  "285095746312345",
  "2 85 09 57 463 123 45",
  "1 90 05 2A 004 512",
  "Lina, sécu 2-85-09-57-463-123-45, merci",
  "numéro:185.09.57.463.123",
])("recognises a social security number in %j", (text) => {
  expect(holdsSocialSecurityNumber(text)).toBe(true);
});

it.each([
  "",
  "06 12 34 56 78",
  "+33 6 12 34 56 78",
  "0033 6 12 34 56 78",
  "12 bis rue du Lavoir, 57000 Metz",
  "2026-09-14",
  "08:30",
  "1234567",
  "camille.martin1985@example.fr",
  "12345678901234567890",
])("lets %j pass", (text) => {
  expect(holdsSocialSecurityNumber(text)).toBe(false);
});
