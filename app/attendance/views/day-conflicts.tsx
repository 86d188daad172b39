import type { ReactNode } from "react";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { TabletConflict } from "../rules/tablet-day.ts";
import { claimText, standsText } from "./conflict-text.ts";

/** What two tablets say otherwise, on the day list: plain forms. */
export function DayConflicts({ conflicts }: { conflicts: TabletConflict[] }): ReactNode {
  const { t, language } = useWords();
  return conflicts.map((conflict) => (
    <Notice
      key={conflict.id}
      meaning="attention"
      title={t("tablet:conflict.title", { child: conflict.child })}
    >
      <p>
        {formatShortDay(conflict.day, language)}. {conflict.error && t(conflict.error)}
      </p>
      <ul>
        <li>{standsText(conflict, t, language)}</li>
        <li>{claimText(conflict, t, language)}</li>
      </ul>
      <form method="post">
        <input type="hidden" name="operationId" value={conflict.id} />
        <ButtonRow>
          <Button small name="settlement" value="kept">
            {t("tablet:conflict.keep")}
          </Button>
          <Button small name="settlement" value="applied">
            {t("tablet:conflict.take")}
          </Button>
        </ButtonRow>
      </form>
    </Notice>
  ));
}
