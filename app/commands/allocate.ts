import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { allocate } from "#app/allocation/rules/engine.ts";
import { readInstance } from "#app/allocation/rules/read-instance.ts";
import { resultLines } from "#app/allocation/rules/result-lines.ts";
import { type Command, type ExitCode, type Io, exit } from "./command.ts";

const usage = "Usage : npx guichet allocate instance.json --out result.jsonl";
const chunkSize = 1 << 20;

/** Null when the arguments are not understood. */
export function readAllocateArguments(args: string[]): { file: string; out: string } | null {
  const at = args.indexOf("--out");
  const out = at < 0 ? undefined : args[at + 1];
  const files = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const [file] = files;
  if (!file || !out || files.length > 1 || [file, out].some((name) => name.startsWith("-"))) return null;
  return { file, out };
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Says a work that lasts, on the error output, once a second at most. */
function sayNowAndThen(io: Io): (proposals: number, requests: number) => void {
  let next = performance.now() + 1000;
  return (proposals, requests) => {
    if (performance.now() < next) return;
    next = performance.now() + 1000;
    io.warn(`… ${proposals} propositions / proposals, ${requests} demandes / requests`);
  };
}

/** Writes beside, then takes the name: a result is whole or is not there. */
function writeLines(out: string, lines: Iterable<string>): void {
  const beside = `${out}.${process.pid}.tmp`;
  const file = openSync(beside, "w");
  try {
    let chunk = "";
    for (const line of lines) {
      chunk += line;
      if (chunk.length < chunkSize) continue;
      writeFileSync(file, chunk);
      chunk = "";
    }
    writeFileSync(file, chunk);
    closeSync(file);
    renameSync(beside, out);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function run(file: string, out: string, io: Io): ExitCode {
  let bytes: Buffer;
  let document: unknown;
  try {
    bytes = readFileSync(file);
    document = JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    io.warn(`${file} : illisible / unreadable: ${said(error)}`);
    return exit.usage;
  }
  const read = readInstance(document);
  if (!read.ok) {
    io.warn(`${file} : ${read.message}`);
    return exit.usage;
  }
  const start = performance.now();
  const result = allocate(read.instance, { progress: sayNowAndThen(io) });
  const ms = Math.round(performance.now() - start);
  try {
    writeLines(out, resultLines(result, createHash("sha256").update(bytes).digest("hex")));
  } catch (error) {
    io.warn(`${out} : ${said(error)}`);
    return exit.failed;
  }
  const { requests, placed, refusedOptions, explained, claims, surnombre } = result;
  io.say(
    `requests ${requests} placed ${placed} refused-options ${refusedOptions} explained ${explained} ` +
      `claims ${claims.length} surnombre ${surnombre.length} ms ${ms}`,
  );
  return exit.ok;
}

export const allocateCommand: Command = {
  name: "allocate",
  summary: "répartit les places d'une commission, depuis un fichier / allocates places, from a file",
  run(args, io) {
    const wanted = readAllocateArguments(args);
    if (wanted) return Promise.resolve(run(wanted.file, wanted.out, io));
    io.warn(usage);
    return Promise.resolve(exit.usage);
  },
};
