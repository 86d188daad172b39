import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import type { ScoreSheetView } from "../rules/sheet-view.ts";

/** What the law says must be told of a decision that rests on an algorithm (CRPA L311-3-1, R311-3-1-1 and -2). */
export function SheetMention({ view }: { view: ScoreSheetView }): ReactNode {
  const { t } = useWords();
  const { service } = view;
  return (
    <section aria-labelledby="mention">
      <h2 id="mention">{t("commission:sheet.mention.title")}</h2>
      <p>{t("commission:sheet.mention.processing", { service: service.name })}</p>
      <p>{t("commission:sheet.mention.person")}</p>
      <p>{t("commission:sheet.mention.right")}</p>
      <p>
        {t("commission:sheet.mention.how", { service: service.name, address: service.address })}{" "}
        <a href={`mailto:${service.email}`}>{service.email}</a>
      </p>
      <p>{t("commission:sheet.mention.silence")}</p>
      <p>{t("commission:sheet.mention.health")}</p>
    </section>
  );
}
