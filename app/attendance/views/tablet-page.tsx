import { type ReactNode, useMemo, useState } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { liveBands } from "../rules/tablet-bands.ts";
import { type TabletDay, tabletView } from "../rules/tablet-day.ts";
import { TabletBands } from "./tablet-bands.tsx";
import { TabletConflicts } from "./tablet-conflicts.tsx";
import { TabletEmergency } from "./tablet-emergency.tsx";
import { TabletLeave } from "./tablet-leave.tsx";
import styles from "./tablet-page.module.css";
import { hour } from "./tablet-row.tsx";
import { TabletSection } from "./tablet-section.tsx";
import { TabletUnplanned } from "./tablet-unplanned.tsx";
import { type Tablet, useTablet } from "./use-tablet.ts";

/** Whether everything is sent, said aloud when it changes. */
function Status({ tablet }: { tablet: Tablet }): ReactNode {
  const { t, language } = useWords();
  const { day, queue, online, kept } = tablet;
  const waiting = queue.filter(({ refused }) => !refused).length;
  const time = day ? hour(day.at, language) : "";
  const state = waiting > 0 ? "waiting" : online ? "sent" : "offline";
  return (
    <div className={styles.status} data-state={state} data-kept={kept || undefined}>
      <p role="status">
        {!online && <strong>{t("tablet:status.offline")} </strong>}
        {waiting > 0 ? t("tablet:status.waiting", { count: waiting }) : t("tablet:status.sent", { time })}
      </p>
      {kept && <p className={styles.kept}>{t("tablet:status.kept")}</p>}
    </div>
  );
}

function Refused({ tablet }: { tablet: Tablet }): ReactNode {
  const { t, language } = useWords();
  const { queue, day, read } = tablet;
  const nameOf = (id: string): string => {
    const stay = day?.stays.find((each) => each.id === id);
    return stay ? `${stay.firstName} ${stay.lastName}` : "";
  };
  return queue
    .filter(({ refused }) => refused)
    .map(({ operation, refused }) => {
      const child = "presenceId" in operation ? nameOf(operation.presenceId) : "";
      const values = { child, time: hour(operation.at, language) };
      return (
        <Notice
          key={operation.id}
          meaning="refusal"
          title={t(child ? "tablet:refused.title" : "tablet:refused.titleNobody", values)}
        >
          <p>{t(refused!)}</p>
          <Button type="button" small onClick={() => void read(operation.id)}>
            {t("tablet:refused.read")}
          </Button>
        </Notice>
      );
    });
}

function Ready({ tablet, day }: { tablet: Tablet; day: TabletDay }): ReactNode {
  const { t, language } = useWords();
  const [shown, setShown] = useState<"list" | "emergency">("list");
  const { now, queue, make } = tablet;
  const view = useMemo(() => {
    const waiting = queue.filter(({ refused, place }) => !refused && place === day.place.id);
    return tabletView(
      day,
      waiting.map(({ operation }) => operation),
      now,
    );
  }, [day, queue, now]);
  const site = useMemo(() => liveBands(day, view, now), [day, view, now]);
  const leaving = new URLSearchParams(location.search).has("sortie");
  return (
    <main id="contenu" className={styles.main} data-shown={shown}>
      <header className={styles.header}>
        <div>
          <h1>
            {shown === "list" ? day.place.name : t("tablet:emergency.title", { place: day.place.name })}
          </h1>
          <p className={styles.today}>
            {formatDay(dayOf(now), language)}, {hour(now, language)}
          </p>
        </div>
        <nav aria-label={t("tablet:views")} className={styles.views}>
          {(["list", "emergency"] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={shown === each}
              onClick={() => {
                setShown(each);
                window.scrollTo(0, 0);
              }}
            >
              {t(`tablet:view.${each}`, { count: view.present })}
            </button>
          ))}
        </nav>
      </header>
      <Status tablet={tablet} />
      {shown === "emergency" ? (
        <TabletEmergency day={day} view={view} now={now} />
      ) : (
        <>
          <TabletConflicts conflicts={day.conflicts} online={tablet.online} settle={tablet.settle} />
          <Refused tablet={tablet} />
          {view.afterClosing.length > 0 && (
            <Notice
              meaning="attention"
              title={t("tablet:closing.title", { count: view.afterClosing.length })}
            >
              <p>{view.afterClosing.map(({ name }) => name).join(", ")}</p>
            </Notice>
          )}
          <TabletUnplanned day={day} view={view} make={make} />
          {site ? (
            <TabletBands site={site} groups={view.groups} make={make} />
          ) : (
            view.groups.map((group) => <TabletSection key={group.id} group={group} make={make} />)
          )}
          <TabletLeave tablet={tablet} asked={leaving} />
        </>
      )}
    </main>
  );
}

/** Nothing to mark: why, and what to do. */
function Other({ tablet }: { tablet: Tablet }): ReactNode {
  const { t } = useWords();
  const { phase, choose, queue } = tablet;
  const waiting = queue.filter(({ refused }) => !refused).length;
  return (
    <main id="contenu" className={styles.main}>
      <h1>{t("tablet:title")}</h1>
      <noscript>
        <p>{t("tablet:noScript")}</p>
        <ButtonLink href="/structure">{t("tablet:noScriptLink")}</ButtonLink>
        <form method="post" action="/deconnexion">
          <input type="hidden" name="vide" value="1" />
          <Button>{t("tablet:leave.account")}</Button>
        </form>
      </noscript>
      <p role="status">{t(`tablet:phase.${phase}`)}</p>
      {phase === "choose" && (
        <ul className={styles.choose}>
          {choose.map(({ id, name }) => (
            <li key={id}>
              <ButtonLink href={`/pointage?structure=${encodeURIComponent(id)}`}>{name}</ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {phase === "unknown" && (
        <Button type="button" kind="main" onClick={() => void tablet.send()}>
          {t("tablet:again")}
        </Button>
      )}
      {["signedOut", "cutOff", "emptied"].includes(phase) && (
        <>
          {waiting > 0 && (
            <Notice meaning="attention" title={t("tablet:leave.title", { count: waiting })}>
              <p>{t(`tablet:gone.${phase === "cutOff" ? "cutOff" : "signedOut"}`)}</p>
            </Notice>
          )}
          <ButtonRow>
            {phase === "signedOut" && (
              <ButtonLink kind="main" href="/connexion?retour=/pointage">
                {t("tablet:gone.signIn")}
              </ButtonLink>
            )}
            <ButtonLink href="/appareil">{t("tablet:gone.pair")}</ButtonLink>
          </ButtonRow>
          {waiting > 0 && <TabletLeave tablet={tablet} />}
        </>
      )}
    </main>
  );
}

export function TabletPage({ clock }: { clock: () => Date }): ReactNode {
  const { language } = useWords();
  const tablet = useTablet(clock, language);
  const { phase, day } = tablet;
  return phase === "ready" && day ? <Ready tablet={tablet} day={day} /> : <Other tablet={tablet} />;
}
