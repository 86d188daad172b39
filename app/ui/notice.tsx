import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./notice.module.css";

export type Meaning = "information" | "success" | "attention" | "refusal";

/** A message in the page. `live` announces it to screen readers when it answers an action. */
export function Notice({
  meaning,
  title,
  live = false,
  children,
}: {
  meaning: Meaning;
  title?: string;
  live?: boolean;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className={`${styles.notice} ${styles[meaning]}`} role={live ? "status" : undefined}>
      <Icon name={meaning} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** A state in one or two words, with its icon: never colour alone. */
export function Tag({
  meaning,
  icon,
  children,
}: {
  meaning: Meaning | "neutral";
  icon?: IconName;
  children: ReactNode;
}): ReactNode {
  const name = icon ?? (meaning === "neutral" ? "clock" : meaning);
  return (
    <span className={`${styles.tag} ${styles[meaning]}`}>
      <Icon name={name} size={18} />
      {children}
    </span>
  );
}
