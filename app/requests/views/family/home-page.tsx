import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { FamilyHome, HomeRequest, HomeTask } from "../../acts/read-family-home.server.ts";
import { childName } from "./child-name.ts";
import styles from "./family.module.css";
import { NextSentence, StateTag } from "./request-state.tsx";

function Task({ task, main }: { task: HomeTask; main: boolean }): ReactNode {
  const { t, language } = useWords();
  const name = `allocation:family.task.${task.code}`;
  const values = {
    child: childName(task.childFirstName, t),
    date: task.dueOn ? formatDay(task.dueOn, language) : "",
  };
  return (
    <li className={`${styles.card} ${styles.task}`}>
      <h3>{t(`${name}.title`, values)}</h3>
      <p>{t(task.dueOn ? `${name}.before` : `${name}.undated`, values)}</p>
      <ButtonLink kind={main ? "main" : "plain"} href={`/famille/demandes/${task.careRequestId}`}>
        {t(`${name}.button`)}
      </ButtonLink>
    </li>
  );
}

function RequestLine({ request }: { request: HomeRequest }): ReactNode {
  const { t } = useWords();
  const { id, kind, reference, status, next } = request;
  return (
    <li>
      <a className={`${styles.card} ${styles.request}`} href={`/famille/demandes/${id}`}>
        <strong>
          {t("allocation:family.requestName", { kind: t(`requests:careKind.${kind}`), reference })}
        </strong>
        <p className={styles.next}>
          <StateTag status={status} />
        </p>
        <p>
          <NextSentence next={next} />
        </p>
      </a>
    </li>
  );
}

/** What a guardian finds after signing in: what to do now, then each child. */
export function FamilyHomePage({ home }: { home: FamilyHome }): ReactNode {
  const { t, language } = useWords();
  return (
    <Page
      title={t("allocation:family.title")}
      lead={t("allocation:family.lead", { count: home.tasks.length })}
    >
      {home.tasks.length > 0 && (
        <section aria-labelledby="tasks">
          <h2 id="tasks">{t("allocation:family.now")}</h2>
          <ul className={styles.list}>
            {home.tasks.map((task, index) => (
              <Task key={task.careRequestId} task={task} main={index === 0} />
            ))}
          </ul>
        </section>
      )}
      {home.children.map((child) => (
        <section key={child.id} aria-labelledby={`child-${child.id}`}>
          <h2 id={`child-${child.id}`}>{child.firstName || t("ui:unbornChild")}</h2>
          {child.birthDay === null && child.expectedOn !== null && (
            <p className={styles.small}>
              {t("allocation:family.expectedOn", { date: formatDay(child.expectedOn, language) })}
            </p>
          )}
          <ul className={styles.list}>
            {child.requests.map((request) => (
              <RequestLine key={request.id} request={request} />
            ))}
          </ul>
        </section>
      ))}
      {home.children.length === 0 && <p>{t("allocation:family.empty")}</p>}
      <ButtonRow>
        <ButtonLink href="/famille/calendrier">{t("allocation:family.calendar")}</ButtonLink>
        <ButtonLink href="/demandes/nouvelle">{t("allocation:family.ask")}</ButtonLink>
      </ButtonRow>
    </Page>
  );
}
