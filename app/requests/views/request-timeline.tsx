import type { ReactNode } from "react";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { statusMeaning } from "../rules/lifecycle.ts";
import type { TimelineStep } from "../rules/timeline.ts";

/** Steps that do not move the request say something of their own, whatever its status. */
const ownMeaning: Record<string, "information" | "success" | "attention"> = {
  submit: "information",
  receiveProof: "information",
  acceptProof: "success",
  refuseProof: "attention",
  advise: "information",
  cafReferral: "information",
  confirm: "success",
};

function Details({ step }: { step: TimelineStep }): ReactNode {
  const { t, language } = useWords();
  const lines = [
    step.to.length > 0 && t("requests:step.to", { names: step.to.join(", ") }),
    step.factCodes.length > 0 &&
      step.factCodes.map((code) => t(`requests:fact.${code}.label`)).join(t("requests:listJoint")),
    step.reasonCode !== null && t(`requests:reason.${step.reasonCode}`),
    step.dueOn !== null && t("requests:step.dueOn", { date: formatDay(step.dueOn, language) }),
  ].filter((line) => line !== false);
  return lines.map((line) => <div key={line}>{line}</div>);
}

/** The history of a request, for its family and for those who handle it. */
export function RequestTimeline({ steps }: { steps: TimelineStep[] }): ReactNode {
  const { t, language } = useWords();
  return (
    <Timeline
      items={steps.map((step) => ({
        key: step.key,
        title: t(`requests:step.${step.transition}`),
        at: formatInstant(step.at, language),
        detail: <Details step={step} />,
        meaning: ownMeaning[step.transition] ?? statusMeaning[step.toStatus].meaning,
      }))}
    />
  );
}
