import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice, Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { deskPath } from "../../rules/desk-filters.ts";
import {
  type DuplicatePairView,
  type DuplicatesView,
  duplicatesAddress,
} from "../../rules/duplicates-view.ts";
import { DuplicateSide } from "./duplicate-side.tsx";
import styles from "./duplicates.module.css";
import { fullName } from "./full-name.ts";

export type DuplicatesReply = { error: string; reference: string };

const words = "requests:duplicates";

function Decision({
  pair,
  at,
  intention,
  children,
}: {
  pair: DuplicatePairView;
  at: string;
  intention: "merge" | "apart";
  children: ReactNode;
}): ReactNode {
  return (
    <form method="post" action={at}>
      <input type="hidden" name="intention" value={intention} />
      <input type="hidden" name="enfant" value={pair.ids[0]} />
      <input type="hidden" name="autre" value={pair.ids[1]} />
      {children}
    </form>
  );
}

function Pair({ pair, at }: { pair: DuplicatePairView; at: string }): ReactNode {
  const { t } = useWords();
  const { ids, sides, reasons, closes } = pair;
  const twice = sides.length === 1;
  const kind = twice ? "request" : "child";
  const names = [...new Set(sides.map((side) => fullName(side, t)))];
  const id = `pair-${ids.join("-")}`;
  return (
    <article className={styles.pair} aria-labelledby={id}>
      <h2 id={id}>{names.join(t(`${words}.and`))}</h2>
      <ul className={styles.reasons} aria-label={t(`${words}.reasons`)}>
        {reasons.map((code) => (
          <li key={code}>
            <Tag meaning="information">{t(`${words}.reason.${code}`)}</Tag>
          </li>
        ))}
      </ul>
      <div className={styles.sides}>
        {sides.map((side, index) => (
          <DuplicateSide
            key={side.id}
            side={side}
            label={twice ? null : t(`${words}.${index === 0 ? "older" : "newer"}`)}
          />
        ))}
      </div>
      <div className={styles.decide}>
        <details>
          <summary>{t(`${words}.${kind}.same`)}</summary>
          <ul>
            {!twice && <li>{t(`${words}.effect.keep`)}</li>}
            {!twice && <li>{t(`${words}.effect.guardians`)}</li>}
            {closes.map(({ closed, goesOn }) => (
              <li key={closed}>{t(`${words}.effect.close`, { closed, goesOn })}</li>
            ))}
            <li>{t(`${words}.effect.final`)}</li>
          </ul>
          <Decision pair={pair} at={at} intention="merge">
            <Button kind="main">{t(`${words}.${kind}.merge`)}</Button>
          </Decision>
        </details>
        <Decision pair={pair} at={at} intention="apart">
          <Button>{t(`${words}.${kind}.apart`)}</Button>
        </Decision>
      </div>
    </article>
  );
}

/** Children who may be the same one, side by side, with the reasons: a person decides. */
export function DuplicatesPage({
  view,
  reply,
}: {
  view: DuplicatesView;
  reply: DuplicatesReply | null;
}): ReactNode {
  const { t } = useWords();
  const { total, page, pages, childId, pairs } = view;
  return (
    <Page
      title={t(`${words}.title`)}
      lead={t(`${words}.lead`, { count: total })}
      back={{ href: deskPath, label: t("requests:desk.record.back") }}
      wide
    >
      {reply && (
        <Notice meaning="refusal" live>
          <p>{t(reply.error, { reference: reply.reference })}</p>
        </Notice>
      )}
      {pairs.map((pair) => (
        <Pair key={pair.ids.join(" ")} pair={pair} at={duplicatesAddress(childId, page)} />
      ))}
      <Pagination page={page} pages={pages} href={(each) => duplicatesAddress(childId, each)} />
      {childId && (
        <ButtonRow>
          <ButtonLink href={duplicatesAddress(null)}>{t(`${words}.all`)}</ButtonLink>
        </ButtonRow>
      )}
    </Page>
  );
}
