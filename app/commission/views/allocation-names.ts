import { formatDate } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { AllocationNames } from "#app/ui/explanation-text.ts";
import type { Words } from "../rules/grid.ts";
import type { AllocationNameTable } from "../rules/meeting-view.ts";
import { told } from "./told.ts";

/** The names that sentences of an answer need, from the table that travels with it. */
export function allocationNames(
  table: AllocationNameTable,
  t: Translate,
  language: Language,
): AllocationNames {
  const words = (known: Record<string, Words>, id: string): string => {
    const found = known[id];
    return found ? told(found, language) : id;
  };
  return {
    facility: (id) => table.facilities[id] ?? id,
    section: (id) => table.sections[id] ?? id,
    period: (id) => {
      const period = table.periods[id];
      if (!period) return id;
      return t("commission:page.period", {
        from: formatDate(period.from, language),
        to: formatDate(period.to, language),
      });
    },
    reserve: (id) => words(table.reserves, id),
    class: (id) => words(table.classes, id),
  };
}
