import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { plainName, plainText } from "../rules/same-name.ts";
import type { TabletDay, TabletView } from "../rules/tablet-day.ts";
import styles from "./tablet-page.module.css";
import type { Deed } from "./use-tablet.ts";

const mostShown = 8;

/** A child whom nobody expected: of the facility, found by its name; or unknown, and the manager completes it. */
export function TabletUnplanned({
  day,
  view,
  make,
}: {
  day: TabletDay;
  view: TabletView;
  make: (deed: Deed) => Promise<void>;
}): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLDetailsElement>(null);
  const there = new Set(
    view.groups
      .flatMap(({ lines }) => lines)
      .filter(({ standing }) => standing !== "left" && standing !== "absent")
      .map(({ name }) => name),
  );
  const wanted = plainText(typed);
  const found = wanted
    ? day.children
        .filter(
          (child) => plainName(child).includes(wanted) && !there.has(`${child.firstName} ${child.lastName}`),
        )
        .slice(0, mostShown)
    : [];
  const close = (): void => {
    setTyped("");
    if (box.current) box.current.open = false;
  };
  const addUnknown = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [firstName, lastName] = ["firstName", "lastName"].map((name) =>
      String(form.get(name) ?? "").trim(),
    );
    if (!firstName || !lastName) return;
    const sectionId = String(form.get("section") ?? day.sections[0]?.id);
    event.currentTarget.reset();
    void make({ kind: "unplanned", sectionId, child: { firstName, lastName } });
    close();
  };
  return (
    <details ref={box} className={styles.box}>
      <summary>{t("tablet:unplanned.title")}</summary>
      <label>
        {t("tablet:unplanned.search")}
        <input
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <ul className={styles.found} aria-live="polite">
        {found.map((child) => (
          <li key={child.contractId}>
            <Button
              type="button"
              onClick={() => {
                const { contractId, sectionId } = child;
                void make({ kind: "unplanned", sectionId, child: { contractId } });
                close();
              }}
            >
              {t("tablet:unplanned.bring", { child: `${child.firstName} ${child.lastName}` })}
            </Button>
          </li>
        ))}
        {wanted !== "" && found.length === 0 && <li>{t("tablet:unplanned.nobody")}</li>}
      </ul>
      <form className={styles.unknown} onSubmit={addUnknown}>
        <fieldset>
          <legend>{t("tablet:unplanned.unknown")}</legend>
          <p>{t("tablet:unplanned.unknownHint")}</p>
          <label>
            {t("tablet:unplanned.firstName")}
            <input name="firstName" required maxLength={60} autoComplete="off" />
          </label>
          <label>
            {t("tablet:unplanned.lastName")}
            <input name="lastName" required maxLength={60} autoComplete="off" />
          </label>
          {day.sections.length > 1 && (
            <label>
              {t("tablet:unplanned.section")}
              <select name="section">
                {day.sections.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Button>{t("tablet:unplanned.add")}</Button>
        </fieldset>
      </form>
    </details>
  );
}
