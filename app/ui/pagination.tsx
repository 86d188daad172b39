import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "./button.tsx";

/** Previous and next page of a list whose filters are in the address. `href` gives the address of a page. */
export function Pagination({
  page,
  pages,
  href,
  list,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
  /** What the list holds, when a page has several of them. */
  list?: string;
}): ReactNode {
  const { t } = useWords();
  if (pages <= 1) return null;
  return (
    <nav aria-label={list ? t("ui:pagination.labelOf", { list }) : t("ui:pagination.label")}>
      <p>{t("ui:pagination.position", { page, pages })}</p>
      <ButtonRow>
        {page > 1 && (
          <ButtonLink small href={href(page - 1)}>
            {t("ui:pagination.previous")}
          </ButtonLink>
        )}
        {page < pages && (
          <ButtonLink small href={href(page + 1)}>
            {t("ui:pagination.next")}
          </ButtonLink>
        )}
      </ButtonRow>
    </nav>
  );
}
