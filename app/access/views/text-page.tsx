import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

const sections = {
  help: ["phone", "desk", "rpe", "accessibility"],
  data: ["what", "why", "who", "time", "rights"],
} as const;

/** A page of plain text: help, personal data. */
export function TextPage({ page }: { page: keyof typeof sections }): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t(`access:${page}.title`)} lead={t(`access:${page}.lead`)}>
      {sections[page].map((section) => (
        <section key={section}>
          <h2>{t(`access:${page}.${section}.title`)}</h2>
          <p>{t(`access:${page}.${section}.text`)}</p>
        </section>
      ))}
    </Page>
  );
}
