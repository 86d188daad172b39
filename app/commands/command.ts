/** Where a command speaks: a line for people, a passing state of a long work, a line about what went wrong. */
export type Io = {
  say: (line: string) => void;
  progress: (state: string) => void;
  warn: (line: string) => void;
};

/** What `npx guichet NAME` runs. */
export type Command = {
  name: string;
  /** One line, as listed by `npx guichet`. */
  summary: string;
  /** @returns the exit code */
  run: (args: string[], io: Io) => Promise<ExitCode>;
};

/** Done; failed; called the wrong way. */
export const exit = { ok: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];
