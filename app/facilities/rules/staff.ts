// How many adults so many children need, and how many more children the adults present allow.
// Whole numbers throughout: a sum of fifths and eighths in floating point would ask for one adult too many.
import type { FacilityKind } from "./kinds.ts";
import type { StaffRatio } from "./limit-parameters.ts";
import type { FacilitySettings, RatioRounding, RatioRule } from "./settings.ts";

/** Two groups of children, each with its own number for one adult, and the adults that must be there at least. */
export type StaffRule = {
  few: number;
  many: number;
  rounding: RatioRounding;
  /** `alone`: children that one adult may keep alone. */
  minimum: { staff: number; alone: number };
};

/** `few`: those of whom one adult keeps fewer (non-walkers, under six); `many`: the others. */
export type Children = { few: number; many: number };

export function staffByRatio({ few: a, many: b, rounding }: StaffRule, { few, many }: Children): number {
  return rounding === "sum"
    ? Math.ceil((few * b + many * a) / (a * b))
    : Math.ceil(few / a) + Math.ceil(many / b);
}

export function minimumFor({ minimum }: StaffRule, { few, many }: Children): number {
  if (few + many <= 0) return 0;
  return few + many > minimum.alone ? minimum.staff : 1;
}

export function staffFor(rule: StaffRule, children: Children): number {
  return Math.max(staffByRatio(rule, children), minimumFor(rule, children));
}

/** How many more children of a group the adults allow; below zero when there are already too many. */
export function childrenForStaff(
  rule: StaffRule,
  staff: number,
  { few, many }: Children,
  adding: keyof Children,
): number {
  const byRatio =
    rule.rounding === "sum"
      ? Math.floor(
          (staff * rule.few * rule.many - few * rule.many - many * rule.few) /
            (adding === "few" ? rule.many : rule.few),
        )
      : adding === "few"
        ? (staff - Math.ceil(many / rule.many)) * rule.few - few
        : (staff - Math.ceil(few / rule.few)) * rule.many - many;
  const enough = staff >= rule.minimum.staff ? Infinity : staff >= 1 ? rule.minimum.alone : 0;
  return Math.min(byRatio, enough - few - many);
}

/** R2324-46-4 and R2324-43-1 of the code de la santé publique. Null: children are at their childminders'. */
export function nurseryRule(
  { ratioRule, ratioRounding }: { ratioRule: RatioRule; ratioRounding: RatioRounding },
  kind: FacilityKind,
  { nursery }: StaffRatio,
): StaffRule | null {
  if (kind === "familyNursery" || kind === "childminder") return null;
  const { minimumStaff: staff, microNursery } = nursery;
  const minimum = { staff, alone: kind === "microNursery" ? microNursery.secondStaffFromChild - 1 : 0 };
  return ratioRule === "single"
    ? { few: nursery.single, many: nursery.single, rounding: "sum", minimum }
    : { few: nursery.nonWalkers, many: nursery.walkers, rounding: ratioRounding, minimum };
}

/** R227-16 of the code de l'action sociale et des familles; children of both ages count together. */
export function afterSchoolRule(
  { hasPedt, overFiveHours }: { hasPedt: boolean; overFiveHours: boolean },
  { afterSchool }: StaffRatio,
): StaffRule {
  const { under6, from6 } = hasPedt ? afterSchool.withPedt : afterSchool.withoutPedt;
  const length = overFiveHours ? "over5h" : "upTo5h";
  return {
    few: under6[length],
    many: from6[length],
    rounding: "sum",
    minimum: { staff: 1, alone: Infinity },
  };
}

export function staffNeeded(
  chosen: { rule: RatioRule; rounding: RatioRounding },
  { walkers, nonWalkers }: { walkers: number; nonWalkers: number },
  kind: FacilityKind,
  ratio: StaffRatio,
): number {
  const rule = nurseryRule({ ratioRule: chosen.rule, ratioRounding: chosen.rounding }, kind, ratio);
  return rule === null ? 0 : staffFor(rule, { few: nonWalkers, many: walkers });
}

export function staffNeededAfterSchool(
  chosen: { hasPedt: boolean; overFiveHours: boolean },
  { under6, from6 }: { under6: number; from6: number },
  ratio: StaffRatio,
): number {
  return staffFor(afterSchoolRule(chosen, ratio), { few: under6, many: from6 });
}

/** The rule of a facility at a moment. */
export function staffRuleOf(
  kind: FacilityKind,
  settings: FacilitySettings,
  overFiveHours: boolean,
  ratio: StaffRatio,
): StaffRule | null {
  return kind === "afterSchool"
    ? afterSchoolRule({ hasPedt: settings.hasPedt, overFiveHours }, ratio)
    : nurseryRule(settings, kind, ratio);
}
