import type { Contour } from "./contour.ts";

/** What a zone is mostly for, as Insee says of an IRIS: H, A, D; Z is a town that is not divided. */
export const zoneKinds = ["habitat", "activity", "various", "undivided"] as const;
export type ZoneKind = (typeof zoneKinds)[number];

const spellings: Record<string, ZoneKind> = {
  h: "habitat",
  a: "activity",
  d: "various",
  z: "undivided",
  "iris d habitat": "habitat",
  "iris d activite": "activity",
  "iris divers": "various",
  "commune non irisee": "undivided",
};

/** Null when a spelling is not known; `text` is already without accents and case. */
export function zoneKindOf(text: string): ZoneKind | null {
  return spellings[text] ?? zoneKinds.find((kind) => kind === text) ?? null;
}

/** A part of the town, as a file states it; null is unknown. Degrees, WGS 84. */
export type ZoneFacts = {
  code: string;
  name: string;
  kind: ZoneKind | null;
  quarterCode: string;
  quarterName: string;
  longitude: number | null;
  latitude: number | null;
  contour: Contour | null;
  source: string;
};
