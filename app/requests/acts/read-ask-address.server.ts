import type { Visit } from "#app/access/visit.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { townSettings } from "#app/territory/rules/town.ts";
import type { TypedAddress } from "../rules/ask-form.ts";
import { unknownZone, zonesOfStreet } from "../rules/ask-form-address.ts";
import { type AskZone, listStreets, listZones } from "../store/ask-town.server.ts";
import { type AskFrame, readAskQuestion } from "./read-ask-question.server.ts";

export type AskAddressPage = AskFrame & {
  address: TypedAddress;
  town: string;
  /** Names to complete what is typed. */
  streets: string[];
  /** The quarter that the street gave, or that was chosen. */
  quarterName: string | null;
  /** Zones to choose from, when the street does not say: its own when it has several, else all. */
  choice: AskZone[];
  streetIsLong: boolean;
};

export async function readAskAddress(visit: Visit, request: Request): Promise<AskAddressPage> {
  const { frame, draft } = await readAskQuestion(visit, request, "address");
  const { address } = draft;
  const town = await readParameter(visit.db, "town", visit.today, townSettings);
  const [streets, zones] = [await listStreets(visit.db), await listZones(visit.db)];
  const found = zonesOfStreet(address.street, streets);
  const chosen = zones.find(({ code }) => code === address.zoneCode) ?? null;
  // The first visit asks nothing: most streets give their zone.
  const asked = address.city !== "" && found.length !== 1;
  const open = address.zoneCode === "" || address.zoneCode === unknownZone || chosen !== null;
  return {
    ...frame,
    address,
    town: town.name,
    streets: [...new Set(streets.map(({ name }) => name))],
    quarterName: chosen?.quarterName ?? null,
    choice:
      asked && open ? (found.length > 1 ? zones.filter(({ code }) => found.includes(code)) : zones) : [],
    streetIsLong: found.length > 1,
  };
}
