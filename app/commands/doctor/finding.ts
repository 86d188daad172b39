/** What a check found; `advice` says how to mend what is wrong, and is null when all is well. */
export type Finding = { label: string; advice: string | null };

export const sound = (label: string): Finding => ({ label, advice: null });
export const wrong = (label: string, advice: string): Finding => ({ label, advice });
