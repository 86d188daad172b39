import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { mostStaff } from "../rules/operation.ts";
import type { TabletGroup } from "../rules/tablet-day.ts";
import styles from "./tablet-page.module.css";
import { TabletRow } from "./tablet-row.tsx";
import type { Deed } from "./use-tablet.ts";

/** How many adults are with the children of a section now. */
export function StaffCount({
  group,
  make,
}: {
  group: Pick<TabletGroup, "id" | "name" | "staff">;
  make: (deed: Deed) => Promise<void>;
}): ReactNode {
  const { t } = useWords();
  const { id, name, staff } = group;
  const count = (staff: number): void => void make({ kind: "staffCount", sectionId: id, staff });
  return (
    <div className={styles.staff} role="group" aria-label={t("tablet:staff.of", { section: name })}>
      <button
        type="button"
        aria-label={t("tablet:staff.less", { section: name })}
        disabled={(staff ?? 0) === 0}
        onClick={() => count((staff ?? 0) - 1)}
      >
        −
      </button>
      <output>
        {staff === null ? t("tablet:staff.unknown") : t("tablet:staff.count", { count: staff })}
      </output>
      <button
        type="button"
        aria-label={t("tablet:staff.more", { section: name })}
        disabled={(staff ?? 0) >= mostStaff}
        onClick={() => count((staff ?? 0) + 1)}
      >
        +
      </button>
    </div>
  );
}

export function TabletSection({
  group,
  make,
}: {
  group: TabletGroup;
  make: (deed: Deed) => Promise<void>;
}): ReactNode {
  const { t } = useWords();
  const { id, name, lines, present } = group;
  return (
    <section aria-labelledby={`s-${id}`} className={styles.section}>
      <div className={styles.head}>
        <h2 id={`s-${id}`}>
          {name} <small>{t("tablet:list.present", { count: present })}</small>
        </h2>
        <StaffCount group={group} make={make} />
      </div>
      {lines.length === 0 && <p>{t("tablet:list.empty")}</p>}
      <ul className={styles.rows}>
        {lines.map((line) => (
          <TabletRow key={line.id} line={line} make={make} />
        ))}
      </ul>
    </section>
  );
}
