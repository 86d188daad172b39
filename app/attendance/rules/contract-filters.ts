// What the address of the list of contracts asks for: ?voir=a-venir&nom=mar
import type { AgreementStanding } from "./agreement.ts";

export type ContractFilters = { standing: AgreementStanding; name: string };

export const standingAddresses = {
  running: "en-cours",
  coming: "a-venir",
  ended: "termines",
} as const satisfies Record<AgreementStanding, string>;

export const standings = Object.keys(standingAddresses) as AgreementStanding[];

export function readContractFilters(search: URLSearchParams): ContractFilters {
  const asked = search.get("voir");
  return {
    standing: standings.find((standing) => standingAddresses[standing] === asked) ?? "running",
    name: (search.get("nom") ?? "").trim().slice(0, 60),
  };
}

export function contractsAddress({ standing, name }: ContractFilters): string {
  const search = new URLSearchParams({ voir: standingAddresses[standing] });
  if (name) search.set("nom", name);
  return `?${search}`;
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Accents and capitals do not matter; nothing typed matches everybody. */
export function matchesName(childName: string, typed: string): boolean {
  return plain(childName).includes(plain(typed));
}
