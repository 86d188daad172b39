import fc from "fast-check";
import { expect, it } from "vitest";
import { pairingAlphabet, pairingCode, shownCode, typedCode } from "#app/access/rules/pairing-code.ts";

it("a code has eight characters that nobody takes one for another", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64, max: 239 }), (bytes) => {
      const code = pairingCode(bytes);
      expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
      expect(typedCode(shownCode(code).toLowerCase())).toBe(code);
    }),
  );
  expect(new Set(pairingAlphabet).size).toBe(30);
});

it("every character is as likely as any other", () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 240; byte += 8) {
    const code = pairingCode(Array.from({ length: 8 }, (_, index) => byte + index));
    for (const each of code) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  expect(new Set(counts.values())).toEqual(new Set([8]));
});

it.each(["", "ABCD", "ABCD 234O", "ABCDEFGHJ"])("%j is no code", (text) => {
  expect(typedCode(text)).toBeNull();
});
