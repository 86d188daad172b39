import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckboxField, SelectField, TextField } from "#app/ui/field.tsx";
import {
  type DeskStatus,
  deskPath,
  deskStatuses,
  deskTargets,
  narrowing,
  slugOf,
} from "../../rules/desk-filters.ts";
import type { DeskView } from "../../rules/desk-view.ts";
import styles from "./desk.module.css";

/** A form that only asks: its answers are the address, so that the queue can be kept and shared. */
export function DeskFiltersForm({ desk }: { desk: DeskView }): ReactNode {
  const { t } = useWords();
  const { filters, counts, quarters } = desk;
  const countOf = (status: DeskStatus): number =>
    status === "toRead" || status === "all" ? counts[status] : (counts.byStatus[status] ?? 0);
  const labelOf = (status: DeskStatus): string => {
    if (status === "toRead") return t("requests:desk.toRead");
    return status === "all" ? t("requests:desk.allStatuses") : t(`requests:status.${status}.label`);
  };
  // A new request is "to read" already: offering it twice would only make one wonder.
  const statuses = deskStatuses.filter(
    (status) =>
      status !== "submitted" && (countOf(status) > 0 || status === "toRead" || status === filters.status),
  );
  const active = narrowing(filters);
  return (
    <form method="get" action={deskPath} className={styles.filters} role="search">
      <TextField
        name="q"
        type="search"
        label={t("requests:desk.filter.search")}
        hint={t("requests:desk.filter.searchHint")}
        defaultValue={filters.search}
        data-shortcut="/"
      />
      <SelectField
        name="statut"
        label={t("requests:desk.filter.status")}
        defaultValue={
          filters.status === "toRead" && filters.search === "" ? "" : slugOf("status", filters.status)
        }
        options={statuses.map((status) => ({
          // Left as it is, the queue does not narrow a search typed beside it: a search looks everywhere.
          value: status === "toRead" && filters.search === "" ? "" : slugOf("status", status),
          label: t("requests:desk.statusOption", { label: labelOf(status), count: countOf(status) }),
        }))}
      />
      <Button small>{t("requests:desk.filter.apply")}</Button>
      <details open={active > 0}>
        <summary>
          {active > 0
            ? t("requests:desk.filter.moreActive", { count: active })
            : t("requests:desk.filter.more")}
        </summary>
        <SelectField
          name="type"
          label={t("requests:desk.filter.kind")}
          empty={t("requests:desk.filter.anyKind")}
          defaultValue={filters.kind ? slugOf("kind", filters.kind) : ""}
          options={(["nursery", "afterSchool"] as const).map((kind) => ({
            value: slugOf("kind", kind),
            label: t(`requests:careKind.${kind}`),
          }))}
        />
        <SelectField
          name="quartier"
          label={t("requests:desk.filter.quarter")}
          empty={t("requests:desk.filter.anyQuarter")}
          defaultValue={filters.quarter ?? ""}
          options={quarters.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          name="vers"
          label={t("requests:desk.filter.target")}
          empty={t("requests:desk.filter.anyTarget")}
          defaultValue={filters.target ? slugOf("target", filters.target) : ""}
          options={deskTargets.map((target) => ({
            value: slugOf("target", target),
            label: t(`requests:target.${target}`),
          }))}
        />
        <SelectField
          name="piece"
          label={t("requests:desk.filter.proof")}
          empty={t("requests:desk.filter.anyProof")}
          defaultValue={filters.proof ? slugOf("proof", filters.proof) : ""}
          options={[
            { value: slugOf("proof", "asked"), label: t("requests:desk.filter.proofAsked") },
            { value: slugOf("proof", "received"), label: t("requests:desk.filter.proofReceived") },
          ]}
        />
        <CheckboxField
          name="atypique"
          label={t("requests:desk.filter.atypical")}
          defaultChecked={filters.atypical}
        />
        <Button small>{t("requests:desk.filter.apply")}</Button>
      </details>
      {(active > 0 || filters.search !== "") && (
        <ButtonLink small kind="quiet" href={deskPath}>
          {t("requests:desk.filter.clear")}
        </ButtonLink>
      )}
    </form>
  );
}
