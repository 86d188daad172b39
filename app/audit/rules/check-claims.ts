// A10, A11: the published claims are those that the choice rule finds, no more, no less.
import type { Accepted } from "./check-refusals.ts";
import { type CheckLine, count, Finding } from "./findings.ts";
import type { Run } from "./run.ts";

const nameOf = ({ request, option }: Pick<Accepted, "request" | "option">): string => `${option} ${request}`;
const sorted = (ids: readonly string[]): string => [...ids].sort().join(" ");

/** A10: every better option that the rule accepts is published, with those it would put out. */
export function checkClaims(run: Run, accepted: readonly Accepted[]): CheckLine[] {
  const finding = new Finding("A10");
  const found = new Map(accepted.map((claim) => [nameOf(claim), claim]));
  const published = new Set<string>();
  for (const claim of run.result.claims) {
    const subject = { request: claim.request, option: claim.option };
    const own = found.get(nameOf(claim));
    if (published.has(nameOf(claim)))
      finding.fail(subject, () => ({ fr: "publiée deux fois", en: "published twice" }));
    published.add(nameOf(claim));
    if (!own)
      finding.fail(subject, () => ({
        fr: "réclamation publiée, mais la règle n'accepte pas cette option",
        en: "a claim is published, but the rule does not accept this option",
      }));
    else if (own.type !== claim.type || sorted(own.against) !== sorted(claim.against))
      finding.fail(subject, () => ({
        fr: `publiée ${claim.type} [${claim.against.join(", ")}], trouvée ${own.type} [${own.against.join(", ")}]`,
        en: `published ${claim.type} [${claim.against.join(", ")}], found ${own.type} [${own.against.join(", ")}]`,
      }));
  }
  for (const claim of accepted)
    if (!published.has(nameOf(claim)))
      finding.fail({ request: claim.request, option: claim.option }, () => {
        const against = claim.against.join(", ");
        return {
          fr: `la règle accepte cette option${against && ` à la place de ${against}`}, et rien n'est publié`,
          en: `the rule accepts this option${against && ` instead of ${against}`}, and nothing is published`,
        };
      });
  const number = count(accepted.length);
  return finding.conclude({
    fr: `réclamations : la règle relue mot à mot en trouve ${number.fr}, toutes publiées`,
    en: `claims: the rule read word for word finds ${number.en}, all published`,
  });
}

/** A11: no place is left to nobody that a request would take, outside the list. */
export function checkWaste(run: Run, accepted: readonly Accepted[]): CheckLine[] {
  const finding = new Finding("A11");
  const listed = new Set(run.result.claims.filter(({ type }) => type === "waste").map(nameOf));
  for (const claim of accepted)
    if (claim.type === "waste" && !listed.has(nameOf(claim))) {
      const resource = run.town.requests
        .get(claim.request)!
        .options[claim.option]!.parts.map(({ facility }) => facility)
        .join("+");
      finding.fail({ request: claim.request, option: claim.option, resource }, () => ({
        fr: "la place est libre et refusée",
        en: "the place is free and refused",
      }));
    }
  return finding.conclude({
    fr: `places laissées libres : ${count(listed.size).fr}, toutes dans la liste`,
    en: `places left free: ${count(listed.size).en}, all on the list`,
  });
}
