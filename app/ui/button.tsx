import type { ButtonHTMLAttributes, ReactNode } from "react";
import styles from "./button.module.css";

type Look = {
  /** `main`: the one thing to do on the page; `refusal`: gives something up. */
  kind?: "main" | "plain" | "refusal" | "quiet";
  small?: boolean;
};

function classes({ kind = "plain", small = false }: Look): string {
  return [styles.button, styles[kind], small && styles.small].filter(Boolean).join(" ");
}

/** Says what it does: "Envoyer ma demande", never "Valider". */
export function Button({
  kind,
  small,
  children,
  ...attributes
}: Look & ButtonHTMLAttributes<HTMLButtonElement>): ReactNode {
  return (
    <button type="submit" className={classes({ kind, small })} {...attributes}>
      {children}
    </button>
  );
}

export function ButtonLink({
  kind,
  small,
  href,
  children,
}: Look & { href: string; children: ReactNode }): ReactNode {
  return (
    <a className={classes({ kind, small })} href={href}>
      {children}
    </a>
  );
}

/** Buttons side by side, one above the other on a phone. */
export function ButtonRow({ children }: { children: ReactNode }): ReactNode {
  return <div className={styles.row}>{children}</div>;
}
