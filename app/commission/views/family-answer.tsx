import type { ReactNode } from "react";
import { formatDay, formatWeekday } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { FamilyAnswerView, FamilyNotExaminedView } from "../rules/publication-view.ts";
import { Ranks, Refusals } from "./answer-list.tsx";
import { told } from "./told.ts";

/** Who answers for the decision, and who hears an appeal: the parameter "town". */
export type AppealTo = { service: string; address: string; email: string; court: string };

function Outcome({ view }: { view: FamilyAnswerView }): ReactNode {
  const { t } = useWords();
  const { answer, outcome } = view;
  const { offer, names } = answer;
  return (
    <Notice
      meaning={outcome === "refused" ? "attention" : outcome === "kept" ? "information" : "success"}
      title={t(`commission:page.answer.outcome.${outcome}`, {
        facility: offer ? (names.facilities[offer.facilityId] ?? "") : "",
      })}
    >
      <p>{t(`commission:page.answer.next.${outcome}`)}</p>
    </Notice>
  );
}

/** What would be free, and where else: never a promise. */
function Possible({ view, careRequestId }: { view: FamilyAnswerView; careRequestId: string }): ReactNode {
  const { t, language } = useWords();
  const { names, alternatives, nextMeeting } = view.answer;
  const facility = (id: string): string => names.facilities[id] ?? id;
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return (
    <section aria-labelledby="possible">
      <h3 id="possible">{t("commission:page.answer.possible")}</h3>
      <ul>
        {alternatives.freeHours.map(({ facilityId, weekdays, together }) => (
          <li key={facilityId}>
            {t(together ? "commission:page.answer.freeDays" : "commission:page.answer.freeDaysApart", {
              facility: facility(facilityId),
              days: list.format(weekdays.map((weekday) => formatWeekday(weekday, language))),
            })}
          </li>
        ))}
        {alternatives.otherFacilities.length > 0 && (
          <li>
            {t("commission:page.answer.others", {
              list: list.format(alternatives.otherFacilities.map(facility)),
            })}
          </li>
        )}
        <li>
          <a href={`/places?demande=${careRequestId}`}>{t("commission:page.answer.search")}</a>
        </li>
        <li>
          <a href="/aide">{t("commission:page.answer.rpe")}</a>
        </li>
        <li>{t("commission:page.answer.nextMeeting", { date: formatDay(nextMeeting, language) })}</li>
      </ul>
    </section>
  );
}

/** How to contest, in words: first the town, then the court. */
export function Appeal({ to }: { to: AppealTo }): ReactNode {
  const { t } = useWords();
  return (
    <details>
      <summary>{t("commission:page.appeal.title")}</summary>
      <p>{t("commission:page.appeal.delay")}</p>
      <ul>
        <li>
          {t("commission:page.appeal.town", to)} <a href={`mailto:${to.email}`}>{to.email}</a>
        </li>
        <li>
          {t("commission:page.appeal.court", to)}{" "}
          <a href="https://citoyens.telerecours.fr">citoyens.telerecours.fr</a>
        </li>
      </ul>
    </details>
  );
}

/** Facilities that the members ruled out for this child. */
function RuledOut({ view }: { view: FamilyAnswerView }): ReactNode {
  const { t, language } = useWords();
  const { forbidden, names } = view.answer;
  if (forbidden.length === 0) return null;
  return (
    <>
      <h3>{t("commission:page.answer.forbidden")}</h3>
      <ul>
        {forbidden.map(({ facilityId, motive }) => (
          <li key={facilityId}>
            {t("commission:meeting.letter.forbidden", {
              facility: names.facilities[facilityId] ?? facilityId,
              motive: told(motive, language),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The last meeting could not examine the request: why, and what comes next. */
function NotExamined({ view, appeal }: { view: FamilyNotExaminedView; appeal: AppealTo }): ReactNode {
  const { t, language } = useWords();
  const { gate, stateReason, nextMeeting } = view.answer;
  return (
    <section aria-labelledby="commission">
      <h2 id="commission">
        {t("commission:page.answer.title", { date: formatDay(view.meeting.heldOn, language) })}
      </h2>
      <Notice meaning="attention" title={t("commission:page.answer.notExamined")}>
        <p>
          {gate
            ? t("commission:meeting.letter.gate", { gate: told(gate, language) })
            : t(`commission:meeting.reason.${stateReason ?? "noPlaceForWish"}`)}
        </p>
      </Notice>
      <p>{t("commission:page.answer.nextMeeting", { date: formatDay(nextMeeting, language) })}</p>
      <p>
        {t("commission:page.mention.text")}{" "}
        <a href={`/commissions/${view.meeting.id}`}>{t("commission:page.answer.public")}</a>
      </p>
      <Appeal to={appeal} />
    </section>
  );
}

type Shown = { careRequestId: string; appeal: AppealTo };

/** The answer of the last meeting to a family. */
export function FamilyAnswer({
  view,
  ...shown
}: Shown & { view: FamilyAnswerView | FamilyNotExaminedView }): ReactNode {
  return view.outcome === null ? <NotExamined view={view} {...shown} /> : <Examined view={view} {...shown} />;
}

/** What, why, its rank, what stays possible, and its rights. */
function Examined({ view, careRequestId, appeal }: Shown & { view: FamilyAnswerView }): ReactNode {
  const { t, language } = useWords();
  const { answer, meeting, outcome, number } = view;
  const waits = outcome === "refused" || outcome === "kept";
  return (
    <section aria-labelledby="commission">
      <h2 id="commission">
        {t("commission:page.answer.title", { date: formatDay(meeting.heldOn, language) })}
      </h2>
      <Outcome view={view} />
      <p>
        {t("commission:page.answer.yours", {
          number,
          points: t("commission:page.points", { count: answer.points }),
        })}{" "}
        <a href={`/famille/demandes/${careRequestId}/cotation`}>{t("commission:page.answer.sheet")}</a>
      </p>
      {answer.explanation.refused.length > 0 && (
        <>
          <h3>{t(waits ? "commission:page.answer.why" : "commission:page.answer.whyBetter")}</h3>
          <Refusals explanation={answer.explanation} table={answer.names} level={4} />
        </>
      )}
      <RuledOut view={view} />
      {answer.ranks.length > 0 && (
        <>
          <h3>{t("commission:page.answer.rank")}</h3>
          <Ranks ranks={answer.ranks} table={answer.names} />
        </>
      )}
      {waits && <Possible view={view} careRequestId={careRequestId} />}
      <h3>{t("commission:page.mention.title")}</h3>
      <p>
        {t("commission:page.mention.text")}{" "}
        <a href={`/commissions/${meeting.id}`}>{t("commission:page.answer.public")}</a>
      </p>
      <Appeal to={appeal} />
    </section>
  );
}
