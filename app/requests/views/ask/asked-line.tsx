import type { ReactNode } from "react";

/** An answer under its subject. */
export function AskedLine({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <p>
      <strong>{term}</strong>
      <br />
      {children}
    </p>
  );
}
