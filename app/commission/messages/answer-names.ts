import { formatDate } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { AllocationNames } from "#app/ui/explanation-text.ts";
import type { Words } from "../rules/grid.ts";
import type { AllocationNameTable } from "../rules/meeting-view.ts";

/** The names that the sentences of an answer need, from the table that travels with it. */
export function answerNames(table: AllocationNameTable, t: Translate, language: Language): AllocationNames {
  const said = (known: Record<string, Words>, id: string): string => {
    const words = known[id];
    return words ? (language === "en" && words.en) || words.fr : id;
  };
  return {
    facility: (id) => table.facilities[id] ?? id,
    section: (id) => table.sections[id] ?? id,
    period: (id) => {
      const period = table.periods[id];
      if (!period) return id;
      return t("commission:meeting.letter.period", {
        from: formatDate(period.from, language),
        to: formatDate(period.to, language),
      });
    },
    reserve: (id) => said(table.reserves, id),
    class: (id) => said(table.classes, id),
  };
}
