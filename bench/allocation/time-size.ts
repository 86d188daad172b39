// One size in a process of its own, so that its memory is its own: requests, facilities, surnombre, runs; JSON on stdout.
import { allocate } from "#app/allocation/rules/engine.ts";
import type { Instance } from "#app/allocation/rules/instance.ts";
import { drawTown } from "./town.ts";

export interface SizeTimes {
  requests: number;
  options: number;
  /** CPU of each run in milliseconds, the first one cold. */
  engine: number[];
  withCertificate: number[];
  bare: number[];
  placed: number;
  refused: number;
  explained: number;
  claims: number;
  /** Families who hold a place beyond the capacity. */
  beyond: number;
  /** Megabytes of the process: with the town alone, then at the most. */
  townMb: number;
  peakMb: number;
}

function cpu<T>(work: () => T): { ms: number; result: T } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
}

/** Reads every cell of every option once, and nothing else: the least that any method must do. */
function bareLoop({ requests, patterns, cells }: Instance): number {
  let halfHours = 0;
  for (const { options } of requests)
    for (const { parts } of options)
      for (const { pattern } of parts)
        for (const cell of patterns[pattern]!) halfHours += cells[cell]!.halfHours;
  return halfHours;
}

function timeSize(requests: number, facilities: number, surnombreMax: 0 | 2, runs: number): SizeTimes {
  const town = drawTown({ requests, facilities, seed: 1, surnombreMax });
  globalThis.gc?.();
  const townMb = process.memoryUsage().rss / 1e6;
  const [engine, withCertificate, bare]: number[][] = [[], [], []];
  let last: Omit<SizeTimes, "engine" | "withCertificate" | "bare" | "townMb" | "peakMb"> | null = null;
  for (let run = 0; run < runs; run++) {
    const { ms, result } = cpu(() => allocate(town));
    let unexplained = 0;
    const certificate = cpu(() => {
      for (const { refused } of result.lines)
        for (const { binding } of refused) if (binding.length === 0) unexplained++;
    });
    if (unexplained !== result.claims.length) throw new Error(`${unexplained} refusals without a reason`);
    engine!.push(ms);
    withCertificate!.push(ms + certificate.ms);
    bare!.push(cpu(() => bareLoop(town)).ms);
    last = {
      requests,
      options: town.requests.reduce((sum, { options }) => sum + options.length, 0),
      placed: result.placed,
      refused: result.refusedOptions,
      explained: result.explained,
      claims: result.claims.length,
      beyond: new Set(result.surnombre.map(({ request }) => request)).size,
    };
  }
  const peakMb = process.resourceUsage().maxRSS / 1e3;
  return { ...last!, engine: engine!, withCertificate: withCertificate!, bare: bare!, townMb, peakMb };
}

const [requests, facilities, surnombreMax, runs] = process.argv.slice(2).map(Number);
process.stdout.write(JSON.stringify(timeSize(requests!, facilities!, surnombreMax === 2 ? 2 : 0, runs!)));
