/** The checks of the design that two files allow. */
export type CheckName = "A1" | "A5" | "A6" | "A7" | "A8" | "A9" | "A10" | "A11" | "A12" | "A16";

/** One thing said about a run. `file` is about a file that cannot be read: the other checks are then not said. */
export type CheckLine = {
  check: CheckName | "file";
  ok: boolean;
  request: string | null;
  option: number | null;
  resource: string | null;
  fr: string;
  en: string;
};

/** What a failure is about. */
export type Subject = { request?: string; option?: number | null; resource?: string };
type Words = { fr: string; en: string };

/** Failures shown of each check; the others are counted. */
const shown = 10;

const french = new Intl.NumberFormat("fr-FR");
const english = new Intl.NumberFormat("en-GB");
/** @returns a number as written in each language */
export function count(number: number): Words {
  return { fr: french.format(number), en: english.format(number) };
}

function name({ request, option, resource }: Subject): Words {
  const hasOption = option !== undefined && option !== null;
  const fr = [request && `demande ${request}`, hasOption && `option ${option}`, resource];
  const en = [request && `request ${request}`, hasOption && `option ${option}`, resource];
  return { fr: fr.filter(Boolean).join(", "), en: en.filter(Boolean).join(", ") };
}

/** Collects what one check finds. */
export class Finding {
  private readonly lines: CheckLine[] = [];
  private failures = 0;
  constructor(private readonly check: CheckName) {}

  /** Counts a failure, and keeps its words while few have been seen. */
  fail(subject: Subject, words: () => Words): void {
    this.failures++;
    if (this.failures > shown) return;
    const { request = null, option = null, resource = null } = subject;
    const [names, why] = [name(subject), words()];
    const fr = names.fr ? `${names.fr} : ${why.fr}` : why.fr;
    const en = names.en ? `${names.en}: ${why.en}` : why.en;
    this.lines.push({ check: this.check, ok: false, request, option, resource, fr, en });
  }

  /** @returns one line when all holds; else one for each failure shown, and the number of the others */
  conclude(words: Words): CheckLine[] {
    const whole = { check: this.check, request: null, option: null, resource: null };
    if (this.failures === 0) return [{ ...whole, ok: true, ...words }];
    const others = count(this.failures - shown);
    if (this.failures > shown)
      this.lines.push({ ...whole, ok: false, fr: `… et ${others.fr} autres`, en: `… and ${others.en} more` });
    return this.lines;
  }
}
