import type { ReactNode } from "react";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { TabletConflict } from "../rules/tablet-day.ts";
import { claimText, standsText } from "./conflict-text.ts";

/** What two devices say otherwise, child by child; a person says which it is. */
export function TabletConflicts({
  conflicts,
  online,
  settle,
}: {
  conflicts: TabletConflict[];
  online: boolean;
  settle: (operationId: string, settlement: "kept" | "applied") => Promise<void>;
}): ReactNode {
  const { t, language } = useWords();
  return conflicts.map((conflict) => (
    <section key={conflict.id} aria-label={t("tablet:conflict.title", { child: conflict.child })}>
      <Notice meaning="attention" title={t("tablet:conflict.title", { child: conflict.child })}>
        <p>
          {formatShortDay(conflict.day, language)}. {conflict.error && t(conflict.error)}
        </p>
        <ul>
          <li>{standsText(conflict, t, language)}</li>
          <li>{claimText(conflict, t, language)}</li>
        </ul>
        {online ? (
          <ButtonRow>
            <Button type="button" onClick={() => void settle(conflict.id, "kept")}>
              {t("tablet:conflict.keep")}
            </Button>
            <Button type="button" onClick={() => void settle(conflict.id, "applied")}>
              {t("tablet:conflict.take")}
            </Button>
          </ButtonRow>
        ) : (
          <p>{t("tablet:conflict.later")}</p>
        )}
      </Notice>
    </section>
  ));
}
