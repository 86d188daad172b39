import type { ReactNode } from "react";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { formatDate, formatDay, formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { AskReviewPage, ReviewedChild } from "../../acts/read-ask-review.server.ts";
import { type AskStop, stopAddress } from "../../rules/ask-form-steps.ts";
import { fewerDaysText } from "../asked-text.ts";
import { AskForm, AskPlace } from "./ask-frame.tsx";
import { AskedLine } from "./asked-line.tsx";
import { coverageKey } from "./facility-card.tsx";
import { HoursTotal } from "./hours-total.tsx";
import styles from "./review-page.module.css";

/** A part of the request, with the way back to its question. */
function Part({ title, stop, children }: { title: string; stop: AskStop; children: ReactNode }): ReactNode {
  const { t } = useWords();
  return (
    <section className={styles.part}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <a className={styles.change} href={stopAddress(stop, { back: true })}>
          {t("families:ask.review.change")} <span className="visually-hidden"> : {title}</span>
        </a>
      </div>
      {children}
    </section>
  );
}

function Who({ child }: { child: ReviewedChild }): ReactNode {
  const { t, language } = useWords();
  const name = `${child.firstName} ${child.lastName}`.trim();
  const born = child.birth === "born";
  const day = born ? child.birthDay : child.expectedOn;
  return (
    <p>
      <strong>{name}</strong>
      <br />
      {t(born ? "families:ask.review.born" : "families:ask.review.expected", {
        date: formatDate(day, language),
      })}
      <br />
      {t(`families:ask.children.${child.kind}`)}
      {child.kind === "afterSchool" && ` · ${child.schoolName ?? t("families:ask.children.schoolUnknown")}`}
    </p>
  );
}

function Hours({ child, page }: { child: ReviewedChild; page: AskReviewPage }): ReactNode {
  const { t, language } = useWords();
  const weeks = Number(child.flexibleWeeks);
  return (
    <>
      <WeekStrip pattern={child.pattern} />
      <WeekHours pattern={child.pattern} />
      <HoursTotal
        pattern={child.pattern}
        bands={page.bands}
        from={child.startOn as CalendarDay}
        clockChanges={page.clockChanges}
      />
      <p>
        {t("families:ask.review.from", { date: formatDay(child.startOn, language) })}{" "}
        {weeks > 0 && t("families:ask.review.flexible", { count: weeks })}
      </p>
    </>
  );
}

function Wishes({ child }: { child: ReviewedChild }): ReactNode {
  const { t, language } = useWords();
  const total = formatLength(child.hours.total, language);
  return (
    <>
      {child.wishes.length === 0 && <p>{t("families:ask.review.noWish")}</p>}
      <ol>
        {child.wishes.map(({ id, name, coveredMinutes, coversAll }) => (
          <li key={id}>
            {name}{" "}
            {coveredMinutes !== null && (
              <small>
                {t(coverageKey({ coveredMinutes, coversAll }), {
                  covered: formatLength(coveredMinutes, language),
                  total,
                })}
              </small>
            )}
          </li>
        ))}
      </ol>
      {child.fewerDays && (
        <AskedLine term={t("requests:asked.fewerDays.term")}>{fewerDaysText(child.fewerDays, t)}</AskedLine>
      )}
      {child.adviceConsent && <p>{t("families:ask.review.consent")}</p>}
    </>
  );
}

function People({ page }: { page: AskReviewPage }): ReactNode {
  return page.guardians.map(({ firstName, lastName, email, phone }, index) => (
    <p key={index}>
      <strong>
        {firstName} {lastName}
      </strong>
      {[email, phone].filter(Boolean).map((line) => (
        <span key={line}>
          <br />
          {line}
        </span>
      ))}
    </p>
  ));
}

function Parts({ page }: { page: AskReviewPage }): ReactNode {
  const { t, language } = useWords();
  const { children, address, quarterName, facts } = page;
  const nameOf = (child: number): string =>
    children[child]!.firstName.trim() || t("families:ask.childNumber", { number: child + 1 });
  const titled = (part: string, child: number): string =>
    children.length > 1
      ? t(`families:ask.review.${part}For`, { name: nameOf(child) })
      : t(`families:ask.review.${part}`);
  return (
    <>
      <Part
        title={t("families:ask.review.children", { count: children.length })}
        stop={{ step: "children", child: 0 }}
      >
        {children.map((child, index) => (
          <Who key={index} child={child} />
        ))}
      </Part>
      <Part title={t("families:ask.review.guardians")} stop={{ step: "guardians", child: 0 }}>
        <People page={page} />
      </Part>
      <Part title={t("families:ask.review.address")} stop={{ step: "address", child: 0 }}>
        <p>
          {`${address.streetNumber} ${address.street}`.trim()}
          <br />
          {`${address.postcode} ${address.city}`.trim()}
          <br />
          {quarterName
            ? t("families:ask.address.quarter", { quarter: quarterName })
            : t("families:ask.address.noQuarter")}
        </p>
      </Part>
      {children.map((child, index) => (
        <div key={index}>
          <Part title={titled("hours", index)} stop={{ step: "hours", child: index }}>
            <Hours child={child} page={page} />
          </Part>
          <Part title={titled("wishes", index)} stop={{ step: "wishes", child: index }}>
            <Wishes child={child} />
          </Part>
        </div>
      ))}
      {page.siblings.map(({ kind, children: together, rule }) => (
        <Part
          key={kind}
          title={t("families:ask.siblings.title", {
            names: new Intl.ListFormat(language).format(together.map(nameOf)),
          })}
          stop={{ step: "wishes", child: together.at(-1)! }}
        >
          <p>{t(`families:ask.siblings.${rule}`)}</p>
        </Part>
      ))}
      <Part title={t("families:ask.review.priority")} stop={{ step: "priority", child: 0 }}>
        {facts.length === 0 && <p>{t("families:ask.review.noFact")}</p>}
        <ul>
          {facts.map(({ code, proof }) => (
            <li key={code}>
              {t(`requests:fact.${code}.label`)} <small>{t(`requests:proof.${proof}`)}</small>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

/** Questions still open: the request cannot go yet, and each is one touch away. */
function Gaps({ page }: { page: AskReviewPage }): ReactNode {
  const { t } = useWords();
  return (
    <Notice meaning="attention" title={t("families:ask.review.gaps", { count: page.gaps.length })}>
      <ul>
        {page.gaps.map(({ step, child }) => (
          <li key={`${step}${child}`}>
            <a href={stopAddress({ step, child }, { back: true, check: true })}>
              {t(`families:ask.${step}.short`)}
              {page.children.length > 1 &&
                (step === "hours" || step === "wishes") &&
                ` (${page.children[child]!.firstName.trim() || t("families:ask.childNumber", { number: child + 1 })})`}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function ReviewPage({ page, error }: { page: AskReviewPage; error: string | null }): ReactNode {
  const { t } = useWords();
  const title = t("families:ask.review.title");
  if (page.gaps.length > 0)
    return (
      <Page title={title} back={{ href: page.backTo }} place={<AskPlace frame={page} />}>
        <Gaps page={page} />
        <ButtonRow>
          <ButtonLink kind="main" href={stopAddress(page.gaps[0]!, { back: true, check: true })}>
            {t("families:ask.review.complete")}
          </ButtonLink>
        </ButtonRow>
        <Parts page={page} />
      </Page>
    );
  return (
    <AskForm
      frame={page}
      problems={[]}
      title={title}
      lead={t("families:ask.review.lead")}
      go={t("families:ask.review.send", { count: page.children.length })}
    >
      {error && (
        <Notice meaning="refusal" live>
          <p>{t(error)}</p>
        </Notice>
      )}
      <Parts page={page} />
      <p className={styles.promise}>{t("families:ask.review.promise")}</p>
    </AskForm>
  );
}
