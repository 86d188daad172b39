import { type ReactNode, useEffect } from "react";
import { Button } from "./button.tsx";
import { useInBrowser } from "./in-browser.ts";

/** What is folded is printed too, also by browsers that leave it out. */
function unfold(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>("main details:not(.no-print, [open])")) {
    folded.open = true;
    window.addEventListener("afterprint", () => (folded.open = false), { once: true });
  }
}

/** Prints the page; there without JavaScript it would do nothing, so that it is not there. */
export function PrintButton({ label }: { label: string }): ReactNode {
  const inBrowser = useInBrowser();
  useEffect(() => {
    window.addEventListener("beforeprint", unfold);
    return () => window.removeEventListener("beforeprint", unfold);
  }, []);
  if (!inBrowser) return null;
  return (
    <Button type="button" small onClick={() => window.print()}>
      {label}
    </Button>
  );
}
