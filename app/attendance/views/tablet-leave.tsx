import { type ReactNode, useEffect, useState } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import styles from "./tablet-page.module.css";
import type { Tablet } from "./use-tablet.ts";

/** Ends the session as the header does, now that nothing is left here. */
function signOut(): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/deconnexion";
  const emptied = document.createElement("input");
  emptied.type = "hidden";
  emptied.name = "vide";
  form.append(emptied);
  document.body.append(form);
  form.submit();
}

type Stage = "idle" | "asked" | "waiting" | "sure" | "needNetwork";

/**
 * Signing out, or giving the tablet back, empties the device; marks that wait are sent first, and given up only by
 * somebody who says so twice.
 */
export function TabletLeave({ tablet, asked = false }: { tablet: Tablet; asked?: boolean }): ReactNode {
  const { t } = useWords();
  const [stage, setStage] = useState<Stage>(asked ? "asked" : "idle");
  const { queue, day, send, empty, phase } = tablet;
  const waiting = queue.filter(({ refused }) => !refused).length;
  const device = day?.by.startsWith("device:") ?? false;
  const lost = phase === "cutOff" || phase === "signedOut";

  async function leave(): Promise<void> {
    if (device && !lost) {
      const answer = await fetch("/pointage/fin", { method: "POST" }).catch(() => null);
      if (!answer || answer.status >= 500) return setStage("needNetwork");
    }
    await empty();
    if (!device && !lost) signOut();
  }
  async function start(): Promise<void> {
    if (waiting === 0) return leave();
    await send();
    setStage("waiting");
  }

  // Sent meanwhile: nothing holds the tablet back any more.
  const wished = stage === "asked" || stage === "waiting";
  const free = wished && waiting === 0 && (day !== null || lost);
  const wants = free ? "leave" : stage === "asked" && day !== null ? "start" : null;
  useEffect(() => {
    if (!wants) return;
    const timer = setTimeout(() => void (wants === "leave" ? leave() : start()));
    return () => clearTimeout(timer);
    // What is wished decides, not the functions, which are new at each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wants]);

  return (
    <div className={styles.leave}>
      {stage === "idle" && (
        <Button type="button" kind="quiet" onClick={() => void start()}>
          {t(device ? "tablet:leave.device" : lost ? "tablet:leave.empty" : "tablet:leave.account")}
        </Button>
      )}
      {stage === "needNetwork" && (
        <Notice meaning="attention" live>
          <p>{t("tablet:leave.needNetwork")}</p>
        </Notice>
      )}
      {(stage === "waiting" || stage === "sure") && waiting > 0 && (
        <Notice meaning="attention" title={t("tablet:leave.title", { count: waiting })} live>
          <p>{t(stage === "sure" ? "tablet:leave.sureText" : "tablet:leave.text")}</p>
          <ButtonRow>
            {stage === "waiting" && !lost && (
              <Button type="button" onClick={() => void start()}>
                {t("tablet:leave.retry")}
              </Button>
            )}
            {stage === "waiting" && lost && <ButtonLink href="/appareil">{t("tablet:gone.pair")}</ButtonLink>}
            {stage === "waiting" ? (
              <Button type="button" kind="refusal" onClick={() => setStage("sure")}>
                {t("tablet:leave.abandon")}
              </Button>
            ) : (
              <Button type="button" kind="refusal" onClick={() => void leave()}>
                {t("tablet:leave.sure", { count: waiting })}
              </Button>
            )}
            <Button type="button" onClick={() => setStage("idle")}>
              {t("tablet:leave.keep")}
            </Button>
          </ButtonRow>
        </Notice>
      )}
    </div>
  );
}
