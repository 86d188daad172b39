import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/field.tsx";
import styles from "./desk.module.css";

const keys = ["j", "k", "c", "o", "p", "slash"] as const;
const shown: Record<(typeof keys)[number], string> = { j: "J", k: "K", c: "C", o: "O", p: "P", slash: "/" };

const remembered = "desk-shortcuts";
const listeners = new Set<() => void>();
const onChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const chosen = (): "on" | "off" => (localStorage.getItem(remembered) === "off" ? "off" : "on");
/** Without JavaScript there is no shortcut, hence nothing to show. */
const unknown = (): null => null;
function choose(on: boolean): void {
  localStorage.setItem(remembered, on ? "on" : "off");
  for (const listener of listeners) listener();
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, select, textarea, dialog") !== null;

/** Presses the button or link that bears a key; a folded form opens on its first field. */
function press(key: string): boolean {
  const found = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(key)}"]`);
  if (!found) return false;
  if (found instanceof HTMLDetailsElement) {
    found.open = true;
    found.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
  } else if (found instanceof HTMLInputElement) found.focus();
  else found.click();
  return true;
}

function walkQueue(step: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>("[data-queue] ol a")];
  const here = links.indexOf(document.activeElement as HTMLElement);
  if (here < 0) return false;
  links[here + step]?.focus();
  return true;
}

function act(event: KeyboardEvent): boolean {
  if (event.key === "ArrowDown") return walkQueue(1);
  if (event.key === "ArrowUp") return walkQueue(-1);
  return press(event.key.toLowerCase());
}

/** One key for each thing done four hundred times a day; they can be switched off (WCAG 2.1.4). */
export function DeskShortcuts(): ReactNode {
  const { t } = useWords();
  const help = useRef<HTMLDialogElement>(null);
  const choice = useSyncExternalStore(onChange, chosen, unknown);
  const on = choice === "on";

  useEffect(() => {
    document.querySelector("[data-queue] [aria-current]")?.scrollIntoView({ block: "nearest" });
  }, []);

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key === "?") help.current?.showModal();
      else if (!on || !act(event)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [on]);

  if (choice === null) return null;
  return (
    <div className={styles.shortcuts}>
      <Button type="button" kind="quiet" small onClick={() => help.current?.showModal()}>
        {t("requests:desk.shortcuts.open")} <kbd className={styles.key}>?</kbd>
      </Button>
      <dialog ref={help} className={styles.help} aria-labelledby="shortcuts">
        <h2 id="shortcuts">{t("requests:desk.shortcuts.title")}</h2>
        <dl className={styles.keys}>
          {keys.map((key) => (
            <div key={key}>
              <dt>
                <kbd className={styles.key}>{shown[key]}</kbd>
              </dt>
              <dd>{t(`requests:desk.shortcuts.${key}`)}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd className={styles.key}>↓</kbd> <kbd className={styles.key}>↑</kbd>
            </dt>
            <dd>{t("requests:desk.shortcuts.arrows")}</dd>
          </div>
          <div>
            <dt>
              <kbd className={styles.key}>?</kbd>
            </dt>
            <dd>{t("requests:desk.shortcuts.help")}</dd>
          </div>
        </dl>
        <div onChange={(event) => choose((event.target as HTMLInputElement).checked)}>
          <CheckboxField
            name="shortcuts-on"
            label={t("requests:desk.shortcuts.on")}
            hint={t("requests:desk.shortcuts.onHint")}
            defaultChecked={on}
          />
        </div>
        <form method="dialog">
          <Button kind="main">{t("requests:desk.shortcuts.close")}</Button>
        </form>
      </dialog>
    </div>
  );
}
