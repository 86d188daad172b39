// An agreement as a page shows it: the hours that run, what is to come, what happened.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import {
  type AgreementRow,
  type AgreementStanding,
  type ContractKind,
  type ContractStage,
  agreementPeriod,
  agreementStanding,
  agreementVersion,
  shownRow,
} from "./agreement.ts";
import { type HistoryEvent, agreementHistory } from "./agreement-history.ts";

export type AgreementView = {
  agreementId: string;
  version: number;
  standing: AgreementStanding;
  kind: ContractKind;
  stage: ContractStage;
  sectionId: string;
  sectionName: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  /** An end was told: the agreement does not only run to the day it was signed for. */
  noticeOn: CalendarDay | null;
  history: HistoryEvent[];
};

export function agreementView(
  rows: (AgreementRow & { sectionName: string })[],
  today: CalendarDay,
): AgreementView {
  const shown = shownRow(rows, today);
  const { agreementId, kind, stage, sectionId, sectionName, pattern } = shown;
  const period = agreementPeriod(rows) ?? shown;
  return {
    agreementId,
    version: agreementVersion(rows),
    standing: agreementStanding(rows, today),
    kind,
    stage,
    sectionId,
    sectionName,
    pattern,
    startOn: period.startOn,
    endOn: period.endOn,
    noticeOn: rows.find(({ noticeOn }) => noticeOn !== null)?.noticeOn ?? null,
    history: agreementHistory(rows, today),
  };
}
