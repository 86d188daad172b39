import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { type Meaning, Tag } from "#app/ui/notice.tsx";
import type { BandState, LiveBand } from "../rules/tablet-bands.ts";
import type { TabletGroup, TabletLine } from "../rules/tablet-day.ts";
import styles from "./tablet-bands.module.css";
import page from "./tablet-page.module.css";
import { TabletRow, hour } from "./tablet-row.tsx";
import { StaffCount } from "./tablet-section.tsx";
import type { Deed } from "./use-tablet.ts";

type Make = (deed: Deed) => Promise<void>;

const meaningOf: Record<BandState, Meaning> = {
  missing: "refusal",
  soon: "attention",
  notCounted: "attention",
  enough: "success",
};

function Figure({ name, note, children }: { name: string; note?: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{children}</strong>
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

function Rule({ live }: { live: LiveBand }): ReactNode {
  const { t } = useWords();
  const { perAdult, under6, byAge, neededForAll, band } = live;
  const { hasPedt, overFiveHours, article } = band.rule;
  const age = under6 ? "under6" : "from6";
  const [pedt, length] = [hasPedt ? "withPedt" : "withoutPedt", overFiveHours ? "over5h" : "upTo5h"];
  return (
    <details className={styles.rule}>
      <summary>{t(`tablet:band.rule.${age}`, { perAdult })}</summary>
      <p>
        {t(`tablet:band.age.${age}`)}
        {byAge && <> {t("tablet:band.byAge", { count: neededForAll })}</>}{" "}
        {t(`tablet:band.case.${pedt}.${length}`, { article })}
      </p>
    </details>
  );
}

/** Who is there, how many adults they need, and whether there are enough: a word and an icon, then the colour. */
function BandFigures({ live }: { live: LiveBand }): ReactNode {
  const { t, language } = useWords();
  const { phase, state, missing, expected, present, staff, needed, neededForAll } = live;
  const source = !staff ? "unknown" : staff.at === null ? "planned" : "counted";
  const time = staff?.at ? hour(staff.at, language) : "";
  const shown = phase === "now" ? needed : neededForAll;
  return (
    <div className={styles.figures} data-state={state ?? undefined}>
      <dl>
        <Figure name={t("tablet:band.expected")}>{expected}</Figure>
        <Figure name={t(phase === "over" ? "tablet:band.came" : "tablet:band.present")}>{present}</Figure>
        {state && (
          <>
            <Figure name={t("tablet:band.staff")} note={t(`tablet:band.staffFrom.${source}`, { time })}>
              {staff ? staff.count : t("tablet:band.nobodyCounted")}
            </Figure>
            <Figure
              name={t("tablet:band.needed")}
              note={
                shown === neededForAll ? undefined : t("tablet:band.neededForAll", { needed: neededForAll })
              }
            >
              {shown}
            </Figure>
          </>
        )}
      </dl>
      <p aria-live="polite" className={styles.state}>
        {state && <Tag meaning={meaningOf[state]}>{t(`tablet:band.state.${state}`, { count: missing })}</Tag>}
      </p>
      {state && <Rule live={live} />}
    </div>
  );
}

function Rows({ lines, make }: { lines: TabletLine[]; make: Make }): ReactNode {
  return (
    <ul className={page.rows}>
      {lines.map((line) => (
        <TabletRow key={line.id} line={line} make={make} />
      ))}
    </ul>
  );
}

/** A count made before the band says nothing of it. */
const countIn = ({ band }: LiveBand, { id, name, staff, countedAt }: TabletGroup) => ({
  id,
  name,
  staff: countedAt !== null && countedAt >= (band.since ?? 0) ? staff : null,
});

/** A site of after-school care: one list for each time band. */
export function TabletBands({
  site,
  groups,
  make,
}: {
  site: { bands: LiveBand[]; other: TabletLine[] };
  groups: TabletGroup[];
  make: Make;
}): ReactNode {
  const { t, language } = useWords();
  return (
    <>
      {site.bands.map((live) => {
        const { band, phase, lines, active } = live;
        const { id } = band;
        const hours = { start: hour(band.start, language), end: hour(band.end, language) };
        return (
          <section key={id} aria-labelledby={`b-${id}`} className={page.section}>
            <div className={page.head}>
              <h2 id={`b-${id}`}>
                {t("tablet:band.name", hours)} <small>{t(`tablet:band.phase.${phase}`)}</small>
              </h2>
            </div>
            <BandFigures live={live} />
            {active && (
              <div className={styles.counts}>
                {groups.map((group) => (
                  <div key={group.id}>
                    {groups.length > 1 && <span aria-hidden="true">{group.name}</span>}
                    <StaffCount group={countIn(live, group)} make={make} />
                  </div>
                ))}
              </div>
            )}
            {lines.length === 0 && <p>{t("tablet:list.empty")}</p>}
            <Rows lines={lines} make={make} />
          </section>
        );
      })}
      {site.other.length > 0 && (
        <section aria-labelledby="b-other" className={page.section}>
          <div className={page.head}>
            <h2 id="b-other">{t("tablet:band.other")}</h2>
          </div>
          <Rows lines={site.other} make={make} />
        </section>
      )}
    </>
  );
}
