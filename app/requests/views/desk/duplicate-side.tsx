import type { ReactNode } from "react";
import { formatDay, formatDate, formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Tag } from "#app/ui/notice.tsx";
import type { DuplicateSide as Side } from "../../rules/duplicates-view.ts";
import { statusMeaning } from "../../rules/lifecycle.ts";
import styles from "./duplicates.module.css";
import { fullName } from "./full-name.ts";

function Request({ request }: { request: Side["requests"][number] }): ReactNode {
  const { t, language } = useWords();
  const { id, reference, kind, status, sentOn, startOn, weeklyMinutes, wishes } = request;
  return (
    <li>
      <a className={styles.touch} href={`/guichet/demandes/${id}`}>
        {t("allocation:family.requestName", { kind: t(`requests:careKind.${kind}`), reference })}
      </a>
      <Tag meaning={statusMeaning[status].meaning}>{t(`requests:status.${status}.desk`)}</Tag>
      <p className={styles.quiet}>
        {t("requests:duplicates.sent", {
          sent: formatDate(sentOn, language),
          start: formatDate(startOn, language),
          length: formatLength(weeklyMinutes, language),
        })}
      </p>
      {wishes.length > 0 && <p className={styles.quiet}>{wishes.join(t("requests:listJoint"))}</p>}
    </li>
  );
}

/** One of the two children: who it is, whose, what is asked for it, where it is cared for. */
export function DuplicateSide({ side, label }: { side: Side; label: string | null }): ReactNode {
  const { t, language } = useWords();
  const { birthDay, expectedOn, guardians, address, siblings, requests, contracts } = side;
  const born = birthDay ?? expectedOn;
  return (
    <div className={styles.side}>
      <h3>{fullName(side, t)}</h3>
      {label && <p className={styles.quiet}>{label}</p>}
      <Facts
        facts={[
          {
            term: t(birthDay ? "requests:desk.child.born" : "requests:desk.child.expected"),
            value: born ? formatDay(born, language) : t("ui:unknown"),
          },
          ...guardians.map(({ name, email, phone }) => ({
            term: name,
            value: (
              <>
                {email ?? (phone ? null : t("requests:desk.family.none"))}
                {email && phone && <br />}
                {phone}
              </>
            ),
          })),
          { term: t("requests:desk.family.address"), value: address || t("requests:desk.family.none") },
          ...(siblings.length > 0
            ? [
                {
                  term: t("requests:duplicates.siblings"),
                  value: siblings.map((name) => name || t("ui:unbornChild")).join(t("requests:listJoint")),
                },
              ]
            : []),
          ...contracts.map(({ facilityName, startOn, endOn }) => ({
            term: t("requests:duplicates.caredFor"),
            value: t(`requests:duplicates.${endOn ? "contractUntil" : "contractFrom"}`, {
              facility: facilityName,
              from: formatDate(startOn, language),
              to: endOn ? formatDate(endOn, language) : "",
            }),
          })),
        ]}
      />
      <ul className={styles.requests}>
        {requests.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </ul>
    </div>
  );
}
