import { describe, expect, it } from "vitest";
import { deskAddress, noFilters, readDeskFilters } from "#app/requests/rules/desk-filters.ts";

const read = (address: string) => readDeskFilters(new URLSearchParams(address));

describe("the filters of the desk", () => {
  it("show what is to read when the address says nothing", () => {
    expect(read("")).toEqual(noFilters);
  });

  it("come back as they were from their own address", () => {
    const filters = read("statut=sur-la-liste&type=creche&atypique=1&quartier=5746310&page=3");
    expect(filters).toMatchObject({ status: "waiting", kind: "nursery", atypical: true, page: 3 });
    const address = new URL(deskAddress(filters), "http://guichet.example");
    expect(readDeskFilters(address.searchParams)).toEqual(filters);
  });

  it("let a name be searched among them, everywhere unless a status is asked for", () => {
    expect(read("q=Martin&type=creche")).toMatchObject({ status: "all", kind: "nursery", search: "Martin" });
    expect(read("q=Martin&statut=sur-la-liste")).toMatchObject({ status: "waiting" });
  });

  it("never hide the request whose whole reference is searched", () => {
    const found = read("q=gf 26 7k3mq&statut=retiree&type=periscolaire&page=4");
    expect(found).toEqual({ ...noFilters, status: "all", search: "gf 26 7k3mq" });
  });

  it("ignore what cannot be meant", () => {
    expect(read("statut=constructor&type=toString&page=-2&vers=x")).toEqual(noFilters);
  });
});
