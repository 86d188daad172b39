import type { ReactNode } from "react";
import { formatTime } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Tag } from "#app/ui/notice.tsx";
import type { BandFigures } from "../rules/site-bands.ts";
import styles from "./day-list-page.module.css";

/** Who is there in a band of after-school care, and whether the adults are enough. */
export function BandStatus({ figures, article }: { figures: BandFigures; article: string }): ReactNode {
  const { t, language } = useWords();
  const { phase, present, expected, under6, from6, needed, staff, missing } = figures;
  const meaning =
    missing > 0 && phase === "now" ? "refusal" : missing > 0 || !staff ? "attention" : "success";
  const source = !staff ? "unknown" : staff.at ? "counted" : "planned";
  return (
    <div className={styles.band}>
      <p>
        <strong>{t(`attendance:band.headcount.${phase}`, { present, expected })}</strong>{" "}
        {expected > 0 && (
          <Tag meaning={meaning}>
            {missing > 0
              ? t("attendance:band.missing", { count: missing })
              : t(`attendance:band.${staff ? "enough" : "notCounted"}`)}
          </Tag>
        )}
      </p>
      {expected > 0 && (
        <p>
          {t(`attendance:band.staff.${source}`, {
            staff: staff?.count ?? 0,
            time: staff?.at ? formatTime(staff.at, language) : "",
          })}{" "}
          {t("attendance:band.needed", { needed, under6, from6 })} <small>({article})</small>
        </p>
      )}
    </div>
  );
}
