/** What came back from a form of a meeting: everything typed, what to mend by field, or what refused the whole. */
export type MeetingReply = {
  values: Record<string, unknown>;
  errors: Record<string, string>;
  /** A key of the words. */
  refusal?: string;
  /** Another person has acted since the page was shown. */
  changed?: boolean;
};

const changedMeanwhile = "commission:meeting.error.changedMeanwhile";
/** Not fields of a form: said above it. */
const whole: readonly (string | undefined)[] = [undefined, "candidateId", "careKind"];

/** A refused act, said beside its field or above the form, with what was typed. */
export function meetingReply(
  values: Record<string, unknown>,
  { error, field }: { error: string; field?: string },
): MeetingReply {
  if (error === changedMeanwhile) return { values, errors: {}, refusal: error, changed: true };
  if (whole.includes(field)) return { values, errors: {}, refusal: error };
  return { values, errors: { [field!]: error } };
}
