import { describe, expect, it } from "vitest";
import { matchQuarter } from "#app/territory/rules/quarter-name.ts";
import { searchName, streetOfAddress } from "#app/territory/rules/search-name.ts";

describe("names as people write them", () => {
  const quarters = ["Les Berges – Le Quai", "Les Hauts", "Le Centre – Les Halles", "Les Halles – Sud"];

  it("a quarter is found by its name, by one part of a double name, and never by a part that two share", () => {
    expect(matchQuarter("les hauts", quarters)).toBe("Les Hauts");
    expect(matchQuarter("Le Quai", quarters)).toBe("Les Berges – Le Quai");
    expect(matchQuarter("LES BERGES - LE QUAI", quarters)).toBe("Les Berges – Le Quai");
    expect(matchQuarter("Les Halles", quarters)).toBeNull();
    expect(matchQuarter("Ailleurs", quarters)).toBeNull();
  });

  it("a street is found without accents, number or spaces too many", () => {
    expect(searchName("Allée  de l’Été ")).toBe("allee de l'ete");
    for (const address of ["12 bis, rue du Lavoir", "12 rue du Lavoir", "rue du Lavoir", "3A rue du Lavoir"])
      expect(streetOfAddress(address)).toBe("rue du lavoir");
  });
});
