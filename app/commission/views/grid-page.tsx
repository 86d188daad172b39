import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/field.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice, Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { GridView } from "../rules/grid-view.ts";
import { AdoptSection } from "./adopt-section.tsx";
import { CriteriaTable, GridRules } from "./grid-rules.tsx";
import styles from "./grids.module.css";

/** What came back from a form of a grid: what was typed, and what is wrong; "" is about the whole. */
export type GridReply = { values: Record<string, unknown>; errors: Record<string, string> };

export function WholeError({ reply }: { reply?: GridReply }): ReactNode {
  const { t } = useWords();
  const whole = reply?.errors[""];
  if (!whole) return null;
  return (
    <Notice meaning="refusal" live>
      <p>{t(whole)}</p>
    </Notice>
  );
}

/** Errors of fields only, for the summary. */
export function fieldErrorsOf(reply?: GridReply): GridReply | undefined {
  if (!reply) return undefined;
  const { "": _, ...errors } = reply.errors;
  return { ...reply, errors };
}

function Identity({ view }: { view: GridView }): ReactNode {
  const { t, language } = useWords();
  const { grid, adoptedBy, createdBy, meetings, until } = view;
  const day = (value: string): string => formatDay(value, language);
  const adopted = grid.status === "adopted";
  const source = grid.sourceUrl ? <a href={grid.sourceUrl}>{grid.source}</a> : grid.source;
  const facts = [
    { term: t("commission:grid.term.care"), value: t(`requests:careKind.${grid.careKind}`) },
    { term: t("commission:grid.term.method"), value: t(`commission:grid.method.${grid.method}.label`) },
    { term: t("commission:grid.term.source"), value: source },
    ...(grid.decidedOn ? [{ term: t("commission:grid.term.decidedOn"), value: day(grid.decidedOn) }] : []),
    ...(adopted
      ? [
          {
            term: t("commission:grid.term.inForce"),
            value: until
              ? t("commission:grid.fromTo", { from: day(grid.validFrom), to: day(until) })
              : t("commission:grid.from", { from: day(grid.validFrom) }),
          },
        ]
      : []),
    ...(adoptedBy ? [{ term: t("commission:grid.term.adoptedBy"), value: adoptedBy }] : []),
    ...(createdBy && !adopted ? [{ term: t("commission:grid.term.createdBy"), value: createdBy }] : []),
    ...(adopted
      ? [
          {
            term: t("commission:grid.term.meetings"),
            value: t("commission:grid.meetings", { count: meetings }),
          },
        ]
      : []),
  ];
  return <Facts facts={facts} />;
}

/** One version of a grid: read by all who decide with it, adopted under a name, copied to write the next. */
export function GridPage({ view, reply }: { view: GridView; reply?: GridReply }): ReactNode {
  const { t } = useWords();
  const { grid, inForce, notAsked, mayChange } = view;
  const { errors } = useFieldErrors(fieldErrorsOf(reply));
  const draft = grid.status === "draft";
  const state = inForce ? "inForce" : grid.status;
  const meaning = {
    inForce: "success",
    draft: "information",
    example: "neutral",
    adopted: "neutral",
  } as const;
  const title =
    grid.status === "example"
      ? grid.name
      : t("commission:grid.named", { name: grid.name, version: grid.version });
  return (
    <Page
      wide
      title={title}
      lead={t(`commission:grid.method.${grid.method}.lead`)}
      back={{ href: "/guichet/grilles", label: t("commission:grid.listTitle") }}
    >
      <ErrorSummary errors={errors} />
      <WholeError reply={reply} />
      <p className={styles.tags}>
        <Tag meaning={meaning[state]}>{t(`commission:grid.state.${state}`)}</Tag>
      </p>
      <Identity view={view} />
      {notAsked.length > 0 && (
        <Notice meaning="attention" title={t("commission:grid.notAskedTitle", { count: notAsked.length })}>
          <p>{t("commission:grid.notAskedLead")}</p>
        </Notice>
      )}
      <CriteriaTable view={view} />
      <GridRules view={view} />
      {mayChange && (
        <section aria-labelledby="next" className="no-print">
          <h2 id="next">{t(draft ? "commission:grid.draftNext" : "commission:grid.next")}</h2>
          {!draft && <p>{t(`commission:grid.copyLead.${grid.status}`)}</p>}
          <form method="post">
            <ButtonRow>
              {draft && (
                <ButtonLink kind="main" href={`/guichet/grilles/${grid.id}?modifier`}>
                  {t("commission:grid.edit")}
                </ButtonLink>
              )}
              <Button name="intent" value="copy">
                {t("commission:grid.copy")}
              </Button>
              {!inForce && (
                <ButtonLink href={`/guichet/grilles/simulateur?type=${grid.careKind}&grille-b=${grid.id}`}>
                  {t("commission:simulation.tryIt")}
                </ButtonLink>
              )}
              {draft && (
                <Button kind="refusal" name="intent" value="discard">
                  {t("commission:grid.discard")}
                </Button>
              )}
            </ButtonRow>
          </form>
          {draft && <AdoptSection view={view} reply={reply} />}
        </section>
      )}
    </Page>
  );
}
