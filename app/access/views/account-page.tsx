import type { ReactNode } from "react";
import { formatDate, formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { FormReply } from "#app/platform/web/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary, SelectField, TextField } from "#app/ui/field.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice, Tag } from "#app/ui/notice.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { AccountView } from "../acts/read-account.server.ts";
import { staffRoles } from "../rules/actor.ts";
import { AdministrationPage } from "./administration-page.tsx";
import styles from "./administration.module.css";
import { translateErrors } from "./form-errors.ts";

const meanings = { inForce: "success", coming: "information", over: "neutral" } as const;

function Memberships({ account }: { account: AccountView }): ReactNode {
  const { t, language } = useWords();
  if (account.memberships.length === 0) return <p>{t("access:administration.account.noRole")}</p>;
  const name = ({ role, place }: AccountView["memberships"][number]): string =>
    place
      ? t("access:administration.roleAt", { role: t(`access:role.${role}`), place })
      : t(`access:role.${role}`);
  return (
    <DataTable
      caption={t("access:administration.account.roles")}
      hiddenCaption
      rows={account.memberships}
      rowKey={({ id }) => id}
      columns={[
        { key: "role", header: t("access:administration.account.role"), cell: name },
        {
          key: "from",
          header: t("access:administration.account.from"),
          cell: ({ from }) => formatDate(from, language),
        },
        {
          key: "to",
          header: t("access:administration.account.to"),
          cell: ({ to }) => (to ? formatDate(to, language) : t("access:administration.account.noEnd")),
        },
        {
          key: "state",
          header: t("access:administration.accounts.state"),
          cell: ({ state }) => (
            <Tag meaning={meanings[state]}>{t(`access:administration.account.${state}`)}</Tag>
          ),
        },
        {
          key: "end",
          header: t("access:administration.account.act"),
          cell: (membership) =>
            membership.state === "over" ? null : (
              <form method="post">
                <input type="hidden" name="membership" value={membership.id} />
                <Button
                  name="act"
                  value="end"
                  small
                  aria-label={t("access:administration.account.endNamed", { role: name(membership) })}
                >
                  {t("access:administration.account.end")}
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}

function NewRole({ account, reply }: { account: AccountView; reply: FormReply | undefined }): ReactNode {
  const { t } = useWords();
  const errors = translateErrors(reply, t);
  const typed = (name: string): string | undefined => reply?.values[name]?.toString();
  const places = account.places.map(({ kind, id, name }) => ({
    value: `${kind}:${id}`,
    label: t(`access:administration.account.place.${kind}`, { name }),
  }));
  return (
    <form method="post" noValidate className={styles.form}>
      <ErrorSummary errors={errors.list} />
      <SelectField
        name="role"
        label={t("access:administration.account.role")}
        empty={t("access:administration.account.chooseRole")}
        defaultValue={typed("role")}
        error={errors.of("role")}
        options={staffRoles.map((role) => ({ value: role, label: t(`access:role.${role}`) }))}
      />
      <SelectField
        name="place"
        label={t("access:administration.account.place.label")}
        hint={t("access:administration.account.place.hint")}
        defaultValue={typed("place")}
        error={errors.of("place")}
        options={[{ value: "town", label: t("access:administration.account.place.town") }, ...places]}
      />
      <TextField
        name="from"
        type="date"
        narrow
        label={t("access:administration.account.from")}
        defaultValue={typed("from") ?? account.today}
        error={errors.of("from")}
      />
      <TextField
        name="to"
        type="date"
        narrow
        label={t("access:administration.account.to")}
        hint={t("access:administration.account.toHint")}
        defaultValue={typed("to")}
        error={errors.of("to")}
      />
      <Button kind="main" name="act" value="add">
        {t("access:administration.account.add")}
      </Button>
    </form>
  );
}

/** One account: its roles, and what may be done with it. */
export function AccountPage({
  account,
  reply,
}: {
  account: AccountView;
  reply: (FormReply & { refusal?: string }) | undefined;
}): ReactNode {
  const { t, language } = useWords();
  const disabled = account.disabledAt !== null;
  return (
    <AdministrationPage place="accounts" title={account.name}>
      {reply?.refusal && (
        <Notice meaning="refusal" live>
          <p>{t(reply.refusal)}</p>
        </Notice>
      )}
      <Facts
        facts={[
          {
            term: t("access:administration.accounts.email"),
            value: <span className={styles.wrap}>{account.email}</span>,
          },
          {
            term: t("access:administration.account.createdAt"),
            value: formatInstant(account.createdAt, language),
          },
          {
            term: t("access:administration.accounts.state"),
            value: account.disabledAt
              ? t("access:administration.account.disabledAt", {
                  at: formatInstant(account.disabledAt, language),
                })
              : t("access:administration.accounts.open"),
          },
          ...(account.family
            ? [
                {
                  term: t("access:role.family"),
                  value: t("access:administration.account.family"),
                },
              ]
            : []),
        ]}
      />
      <h2>{t("access:administration.account.roles")}</h2>
      <Memberships account={account} />
      <h2>{t("access:administration.account.addTitle")}</h2>
      <NewRole account={account} reply={reply} />
      <h2>{t("access:administration.account.accessTitle")}</h2>
      <p>{t(`access:administration.account.${disabled ? "enableHint" : "disableHint"}`)}</p>
      <form method="post">
        <Button kind={disabled ? "plain" : "refusal"} name="act" value={disabled ? "enable" : "disable"}>
          {t(`access:administration.account.${disabled ? "enable" : "disable"}`)}
        </Button>
      </form>
      <p className={styles.after}>
        <a href={`/administration/journal?qui=${encodeURIComponent(account.email)}`}>
          {t("access:administration.account.seeLog")}
        </a>
      </p>
    </AdministrationPage>
  );
}
