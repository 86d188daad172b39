// Who holds the places, without a name: "9 enfants déjà accueillis et 5 dossiers d'au moins 45 points".
import type { Language, Translate } from "#app/i18n/translator.ts";

type Tally = { files: number; children: number };
export type HoldersTold = { kept: Tally; reserved: Tally; points: Tally; ahead: Tally };

const key = (path: string): string => `allocation:explanation.${path}`;

const lists = new Map<Language, Intl.ListFormat>();

/** "mardi, mercredi et jeudi" */
export function conjunction(texts: string[], language: Language): string {
  const list = lists.get(language) ?? new Intl.ListFormat(language, { type: "conjunction" });
  lists.set(language, list);
  return list.format(texts);
}

/** "45 points" */
export function pointsText(points: number, t: Translate): string {
  return t(key("points"), { count: points });
}

/** "5 dossiers d'au moins 45 points", and how many children where there are siblings */
function requestsText(
  name: "from" | "better" | "ahead",
  { files, children }: Tally,
  points: string,
  t: Translate,
): string {
  const text = t(key(`holders.${name}`), { count: files, points });
  return children === files ? text : t(key("holders.children"), { files: text, count: children });
}

/** Children already in care, then those of reserved places, then requests by points, as one list. */
export function holdersText(
  {
    holders,
    threshold,
    reserve,
  }: { holders: HoldersTold | null; threshold: { points: number } | null; reserve: string | null },
  reserveName: (id: string) => string,
  t: Translate,
  language: Language,
): string {
  if (holders === null) return t(key("holders.unknown"));
  const { kept, reserved, points, ahead } = holders;
  const texts: string[] = [];
  if (kept.children > 0) texts.push(t(key("holders.kept"), { count: kept.children }));
  if (reserved.children > 0)
    texts.push(
      reserve === null
        ? t(key("holders.reserved"), { count: reserved.children })
        : t(key("holders.reservedFor"), { count: reserved.children, reserve: reserveName(reserve) }),
    );
  if (points.files > 0)
    texts.push(
      threshold
        ? requestsText("from", points, pointsText(threshold.points, t), t)
        : requestsText("better", points, "", t),
    );
  if (ahead.files > 0) texts.push(requestsText("ahead", ahead, "", t));
  return conjunction(texts, language);
}
