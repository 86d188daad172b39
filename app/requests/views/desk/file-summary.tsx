import type { ReactNode } from "react";
import { formatAge, formatDay, formatInstant, formatLength, formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { CareRequestFile } from "../../rules/care-request-file.ts";
import { careDays } from "../../rules/fewer-days.ts";
import { fewerDaysText, togetherText } from "../asked-text.ts";
import styles from "./desk.module.css";

type Props = { file: CareRequestFile };

export function ChildFacts({ file }: Props): ReactNode {
  const { t, language } = useWords();
  const { child, startOn, flexibleWeeks } = file;
  const start = formatDay(startOn, language);
  const facts = [
    {
      term: t(child.birthDay ? "requests:desk.child.born" : "requests:desk.child.expected"),
      value: formatDay(child.birthDay ?? child.expectedOn ?? startOn, language),
    },
    {
      term: t("requests:desk.child.start"),
      value:
        flexibleWeeks > 0 ? t("requests:desk.child.flexible", { date: start, count: flexibleWeeks }) : start,
    },
    {
      term: t("requests:desk.child.age"),
      value: child.ageMonths === null ? t("ui:unknown") : formatAge(child.ageMonths, language),
    },
    ...(file.kind === "afterSchool"
      ? [{ term: t("requests:desk.child.school"), value: child.school ?? t("requests:desk.child.noSchool") }]
      : []),
    ...(careDays(file.pattern) > 1
      ? [{ term: t("requests:asked.fewerDays.term"), value: fewerDaysText(file.fewerDays, t) }]
      : []),
    ...(file.together.siblings.length > 0
      ? [{ term: t("requests:asked.together.term"), value: togetherText(file.together, t, language, true) }]
      : []),
    { term: t("requests:desk.child.sent"), value: formatInstant(file.submittedAt, language) },
    {
      term: t("requests:desk.child.consent"),
      value: t(file.adviceConsent ? "requests:desk.child.consentYes" : "requests:desk.child.consentNo"),
    },
  ];
  return <Facts facts={facts} />;
}

/** The week as a picture and in words. */
export function FileHours({ file }: Props): ReactNode {
  const { t, language } = useWords();
  const { pattern, weeklyMinutes, atypicalMinutes } = file;
  const differs = pattern.cycleWeeks > 1 || pattern.rota !== undefined;
  const values = {
    total: formatLength(weeklyMinutes, language),
    atypical: formatLength(atypicalMinutes, language),
  };
  return (
    <>
      <p>{t(`requests:desk.hours.${atypicalMinutes > 0 ? "weeklyAtypical" : "weekly"}`, values)}</p>
      <WeekStrip pattern={pattern} />
      <WeekHours pattern={pattern} />
      {differs && <p className={styles.quiet}>{t("requests:desk.hours.average")}</p>}
    </>
  );
}

export function FileWishes({ file }: Props): ReactNode {
  const { t, language } = useWords();
  if (file.wishes.length === 0) return <p>{t("requests:desk.wish.none")}</p>;
  return (
    <DataTable
      caption={t("requests:desk.section.wishes")}
      hiddenCaption
      rows={file.wishes}
      rowKey={({ facilityId }) => facilityId}
      columns={[
        {
          key: "facility",
          header: t("requests:desk.wish.facility"),
          cell: ({ rank, name }) => t("requests:desk.wish.ranked", { rank, name }),
        },
        {
          key: "covers",
          header: t("requests:desk.wish.covers"),
          number: true,
          cell: ({ percent }) =>
            percent === null ? t("requests:desk.wish.unknown") : formatPercent(percent / 100, language),
        },
        {
          key: "age",
          header: t("requests:desk.wish.age"),
          cell: ({ takesAge }) =>
            takesAge ? (
              t("requests:desk.wish.ageFits")
            ) : (
              <Tag meaning="attention">{t("requests:desk.wish.ageNot")}</Tag>
            ),
        },
      ]}
    />
  );
}

export function FileFamily({ file, quarter }: Props & { quarter: string | null }): ReactNode {
  const { t } = useWords();
  const { guardians, address } = file;
  return (
    <Facts
      facts={[
        ...guardians.map(({ name, email, phone }) => ({
          term: name,
          value: (
            <>
              {email && (
                <a className={styles.touch} href={`mailto:${email}`}>
                  {email}
                </a>
              )}
              {email && phone && <br />}
              {phone && (
                <a className={styles.touch} href={`tel:${phone.replace(/\s/g, "")}`}>
                  {phone}
                </a>
              )}
              {!email && !phone && t("requests:desk.family.none")}
            </>
          ),
        })),
        {
          term: t("requests:desk.family.address"),
          value: address.join(", ") || t("requests:desk.family.none"),
        },
        { term: t("requests:desk.family.quarter"), value: quarter ?? t("ui:unknown") },
      ]}
    />
  );
}
