import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { AccountRow, AccountsView } from "../acts/read-accounts.server.ts";
import { staffRoles } from "../rules/actor.ts";
import { AdministrationPage } from "./administration-page.tsx";
import styles from "./administration.module.css";

function Roles({ account }: { account: AccountRow }): ReactNode {
  const { t } = useWords();
  const held = account.roles.map(({ role, place }) =>
    place
      ? t("access:administration.roleAt", { role: t(`access:role.${role}`), place })
      : t(`access:role.${role}`),
  );
  if (account.family) held.push(t("access:role.family"));
  if (held.length === 0) return t("access:administration.accounts.noRole");
  return (
    <ul className={styles.list}>
      {held.map((role) => (
        <li key={role}>{role}</li>
      ))}
    </ul>
  );
}

/** Who has an account, and what each may do. */
export function AccountsPage({ view }: { view: AccountsView }): ReactNode {
  const { t } = useWords();
  const { search, role, rows, count, page, pages } = view;
  const address = (to: number): string =>
    `/administration/comptes?${new URLSearchParams({ q: search, role, page: String(to) })}`;
  const roles = [...staffRoles, "family"].map((value) => ({ value, label: t(`access:role.${value}`) }));
  return (
    <AdministrationPage place="accounts">
      <form method="get" className={styles.filters}>
        <TextField name="q" label={t("access:administration.accounts.search")} defaultValue={search} />
        <SelectField
          name="role"
          label={t("access:administration.accounts.role")}
          defaultValue={role}
          empty={t("access:administration.accounts.staff")}
          options={[...roles, { value: "any", label: t("access:administration.accounts.everyone") }]}
        />
        <Button>{t("access:administration.filter")}</Button>
      </form>
      <p>
        <ButtonLink href="/administration/comptes/nouveau" kind="main">
          {t("access:administration.newAccount.title")}
        </ButtonLink>
      </p>
      <DataTable
        caption={t("access:administration.accounts.caption", { count })}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: t("access:administration.accounts.name"),
            cell: ({ id, name }) => <a href={`/administration/comptes/${id}`}>{name}</a>,
          },
          {
            key: "email",
            header: t("access:administration.accounts.email"),
            cell: ({ email }) => <span className={styles.wrap}>{email}</span>,
          },
          {
            key: "roles",
            header: t("access:administration.accounts.roles"),
            cell: (account) => <Roles account={account} />,
          },
          {
            key: "state",
            header: t("access:administration.accounts.state"),
            cell: ({ disabled }) =>
              disabled ? (
                <Tag meaning="refusal">{t("access:administration.accounts.disabled")}</Tag>
              ) : (
                <Tag meaning="success">{t("access:administration.accounts.open")}</Tag>
              ),
          },
        ]}
      />
      <Pagination page={page} pages={pages} href={address} />
    </AdministrationPage>
  );
}
