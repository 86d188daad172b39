// The rules that one more child could break at a quarter hour, each with its figures and its article.
import { dayOffAt } from "./holdings.ts";
import {
  type FacilityLimits,
  type Policy,
  type SectionLimits,
  instantLimit,
  isNurseryEstablishment,
  mayExceed,
} from "./limits.ts";
import { type Children, childrenForStaff, minimumFor, staffByRatio } from "./staff.ts";

export type QuarterRule = "closed" | "places" | "overCapacity" | "ratio" | "minimumStaff";

export type Figures = { limit: number; wanted: number };

export type QuarterCheck = {
  rule: QuarterRule;
  /** Who has too many: the section, or the facility as a whole. */
  scope: "section" | "facility";
  article: string | null;
  /** Children allowed and expected; for the staff rules, adults planned and needed. Null: the rule does not apply. */
  figures: (quarter: number) => Figures | null;
  breaks: (quarter: number) => boolean;
  /** How many more children there could be after this one; null where the rule does not apply. */
  spare: (quarter: number) => number | null;
};

/** With one more child of a section, in the order in which people are told. */
export function checksOf(limits: FacilityLimits, section: SectionLimits, policy: Policy): QuarterCheck[] {
  const { whole, parameters, kind, settings, clock, off } = limits;
  const { overCapacity, staffRatio } = parameters;
  const exceeds = mayExceed(kind, settings, policy);
  const onDayOff = dayOffAt(clock, off);
  const isClosed = (quarter: number): boolean => section.licensed[quarter]! < 1;
  const limitOf = (places: number): number => (exceeds ? instantLimit(places, overCapacity) : places);

  const places = (scope: "section" | "facility"): QuarterCheck => {
    const { licensed, held } = scope === "section" ? section : whole;
    const figures = (quarter: number): Figures | null =>
      isClosed(quarter) ? null : { limit: limitOf(licensed[quarter]!), wanted: held[quarter]! + 1 };
    return {
      rule: exceeds ? "overCapacity" : "places",
      scope,
      article: isNurseryEstablishment(kind) ? overCapacity.article : null,
      figures,
      breaks: (quarter) => breaks(figures(quarter)),
      spare: (quarter) => spare(figures(quarter)),
    };
  };

  const childrenAt = (quarter: number): Children => {
    const few = whole.few[quarter]! + (section.group === "few" ? 1 : 0);
    return { few, many: whole.held[quarter]! + 1 - few };
  };
  const staff = (rule: "ratio" | "minimumStaff"): QuarterCheck => {
    const figures = (quarter: number): Figures | null => {
      const [law, planned] = [limits.staffRuleAt(quarter), whole.staffPlanned[quarter]!];
      // Where nobody wrote who works, nothing is refused: the pages say that it is not known.
      if (!law || planned < 0 || isClosed(quarter)) return null;
      const children = childrenAt(quarter);
      return {
        limit: planned,
        wanted: rule === "ratio" ? staffByRatio(law, children) : minimumFor(law, children),
      };
    };
    return {
      rule,
      scope: "facility",
      article:
        kind === "afterSchool"
          ? staffRatio.afterSchool.article
          : rule === "ratio"
            ? staffRatio.nursery.article
            : staffRatio.nursery.minimumArticle,
      figures,
      breaks: (quarter) => breaks(figures(quarter)),
      spare: (quarter) =>
        figures(quarter) === null
          ? null
          : childrenForStaff(
              limits.staffRuleAt(quarter)!,
              whole.staffPlanned[quarter]!,
              childrenAt(quarter),
              section.group,
            ),
    };
  };

  return [
    {
      rule: "closed",
      scope: "section",
      article: null,
      figures: () => ({ limit: 0, wanted: 1 }),
      // A night before a day off ends early; nobody refuses a whole contract for it.
      breaks: (quarter) => isClosed(quarter) && !onDayOff(quarter),
      spare: () => null,
    },
    places("section"),
    places("facility"),
    staff("ratio"),
    staff("minimumStaff"),
  ];
}

const breaks = (figures: Figures | null): boolean => figures !== null && figures.wanted > figures.limit;
const spare = (figures: Figures | null): number | null =>
  figures === null ? null : figures.limit - figures.wanted;
