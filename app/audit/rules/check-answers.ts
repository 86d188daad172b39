// A1, A5, A7, A16: what the two files say of each other, before any place is counted.
import { compareCodePoints } from "./code-points.ts";
import { type CheckLine, count, Finding } from "./findings.ts";
import { heldBy, optionOf, type Run } from "./run.ts";

/** A1: the result says that it was made from these bytes. */
export function checkHash({ result }: Run, inputHash: string): CheckLine[] {
  const finding = new Finding("A1");
  const said = result.header.inputHash;
  if (said !== inputHash)
    finding.fail({}, () => ({
      fr: `le résultat vient d'un autre fichier : ${said}, et non ${inputHash}`,
      en: `the result comes from another file: ${said}, not ${inputHash}`,
    }));
  return finding.conclude({
    fr: "empreinte : celle du fichier ; refaire le calcul demande le moteur, ce contrôle s'en passe",
    en: "hash: that of the file; only the engine can run again, this check does without it",
  });
}

/** A5: one option at most, of its own list, with a place for every child. */
export function checkAnswers(run: Run): CheckLine[] {
  const finding = new Finding("A5");
  const seen = new Set<string>();
  for (const { request: id, option } of run.result.answers) {
    const request = run.town.requests.get(id);
    if (!request)
      finding.fail({ request: id, option }, () => ({ fr: "demande inconnue", en: "unknown request" }));
    if (seen.has(id))
      finding.fail({ request: id, option }, () => ({ fr: "deuxième réponse", en: "second answer" }));
    seen.add(id);
    if (!request || option === null) continue;
    const parts = optionOf(run.town, id, option)?.parts;
    if (!parts)
      finding.fail({ request: id, option }, () => ({ fr: "absente de sa liste", en: "not on its list" }));
    else
      request.children.forEach((child, index) => {
        if (parts.some((part) => part.child === index)) return;
        finding.fail({ request: id, option }, () => ({
          fr: `l'enfant ${child.id} n'a pas de place`,
          en: `child ${child.id} has no place`,
        }));
      });
  }
  const answers = count(seen.size);
  return finding.conclude({
    fr: `réponses : ${answers.fr} demandes, une option au plus, prise dans leur liste`,
    en: `answers: ${answers.en} requests, one option at most, from their own list`,
  });
}

/** A7: who held a seat holds it, or a better one. */
export function checkTransfers(run: Run): CheckLine[] {
  const finding = new Finding("A7");
  let transfers = 0;
  for (const request of run.town.instance.requests) {
    if (request.current === null) continue;
    transfers++;
    if (heldBy(run, request) !== null) continue;
    const resource = request.options[request.current]!.parts.map(({ facility }) => facility).join("+");
    finding.fail({ request: request.id, option: request.current, resource }, () => ({
      fr: "la place déjà tenue est perdue",
      en: "the seat already held is lost",
    }));
  }
  const number = count(transfers);
  return finding.conclude({
    fr: `places déjà tenues : ${number.fr}, aucune perdue`,
    en: `seats already held: ${number.en}, none lost`,
  });
}

function checkOrder({ result }: Run, finding: Finding): void {
  const ranks = { request: 0, claim: 1, surnombre: 2 };
  const misplaced = result.kinds.findIndex(
    (kind, index) => index > 0 && ranks[kind] < ranks[result.kinds[index - 1]!],
  );
  if (misplaced >= 0)
    finding.fail({}, () => ({
      fr: `ligne ${misplaced + 2} : demandes, puis réclamations, puis surnombres`,
      en: `line ${misplaced + 2}: requests, then claims, then surnombre`,
    }));
  result.answers.forEach(({ request }, index) => {
    if (index === 0 || compareCodePoints(result.answers[index - 1]!.request, request) < 0) return;
    finding.fail({ request }, () => ({
      fr: "hors de l'ordre des identifiants",
      en: "out of the order of ids",
    }));
  });
}

/** A16: nobody is missing, and the header counts what the lines say. */
export function checkTotals(run: Run): CheckLine[] {
  const finding = new Finding("A16");
  const { header, answers, claims, surnombre } = run.result;
  for (const { id } of run.town.instance.requests)
    if (!run.answers.has(id)) finding.fail({ request: id }, () => ({ fr: "sans réponse", en: "no answer" }));
  const counted = {
    placed: answers.filter(({ option }) => option !== null).length,
    refusedOptions: answers.reduce((sum, { refused }) => sum + refused.length, 0),
    claims: claims.length,
    surnombre: surnombre.length,
  };
  for (const name of ["placed", "refusedOptions", "claims", "surnombre"] as const)
    if (header[name] !== counted[name])
      finding.fail({ resource: name }, () => ({
        fr: `annoncé ${header[name]}, compté ${counted[name]}`,
        en: `announced ${header[name]}, counted ${counted[name]}`,
      }));
  checkOrder(run, finding);
  const [requests, placed] = [count(run.town.instance.requests.length), count(counted.placed)];
  return finding.conclude({
    fr: `totaux : ${requests.fr} demandes, ${placed.fr} placées, aucune ne manque`,
    en: `totals: ${requests.en} requests, ${placed.en} placed, none missing`,
  });
}
