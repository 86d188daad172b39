import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { openAllocationBook } from "#app/allocation/rules/allocation-book.ts";
import { explainRequest } from "#app/allocation/rules/explanation.ts";
import type { Instance } from "#app/allocation/rules/instance.ts";
import { readInstance } from "#app/allocation/rules/read-instance.ts";
import { readResult } from "#app/allocation/rules/read-result.ts";
import type { ResultLine } from "#app/allocation/rules/result.ts";
import { waitingRanks } from "#app/allocation/rules/waiting-rank.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { Language } from "#app/i18n/translator.ts";
import { commissionAnswerLines } from "#app/ui/commission-answer-text.ts";
import { type Command, exit } from "./command.ts";

type Wanted = { instanceFile: string; resultFile: string; request: string; language: Language };

/** Null when the arguments are not understood. */
export function readArguments(args: string[]): Wanted | null {
  const files: string[] = [];
  const options: Record<string, string> = {};
  for (let at = 0; at < args.length; at += 1) {
    const [name = "", ...given] = args[at]!.split("=");
    if (!name.startsWith("--")) files.push(args[at]!);
    else if (given.length > 0) options[name] = given.join("=");
    else options[name] = args[(at += 1)] ?? "";
  }
  const { "--request": request, "--lang": language = "fr", ...unknown } = options;
  const [instanceFile, resultFile, ...more] = files;
  if (!instanceFile || !resultFile || more.length > 0 || !request || Object.keys(unknown).length > 0)
    return null;
  return language === "fr" || language === "en" ? { instanceFile, resultFile, request, language } : null;
}

/** A file that cannot be read, with one line that says why. */
class UnreadableFile extends Error {}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new UnreadableFile(`${file} : fichier illisible / the file cannot be read`);
  }
}

function instanceOf(file: string, bytes: Buffer): Instance {
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    throw new UnreadableFile(`${file} : JSON illisible / unreadable JSON: ${(error as Error).message}`);
  }
  const read = readInstance(document);
  if (!read.ok) throw new UnreadableFile(`${file} : ${read.message}`);
  return read.instance;
}

function resultOf(file: string): ResultLine[] {
  const read = readResult(bytesOf(file).toString("utf8"));
  if (!read.ok) throw new UnreadableFile(`${file} : ${read.message}`);
  return read.lines;
}

/** Prints what the family of a request may read of the commission's answer. */
export const explainCommand: Pick<Command, "run"> = {
  async run(args, io) {
    const wanted = readArguments(args);
    if (!wanted) {
      io.warn(
        `${translator("fr")("allocation:explanation.command.usage")}\n${translator("en")("allocation:explanation.command.usage")}`,
      );
      return exit.usage;
    }
    const t = translator(wanted.language);
    try {
      const bytes = bytesOf(wanted.instanceFile);
      const instance = instanceOf(wanted.instanceFile, bytes);
      const lines = resultOf(wanted.resultFile);
      const [header] = lines;
      const hash = createHash("sha256").update(bytes).digest("hex");
      if (header && "inputHash" in header && header.inputHash !== hash)
        io.warn(t("allocation:explanation.command.otherInstance"));
      const book = openAllocationBook(instance, lines);
      const answer = explainRequest(book, wanted.request);
      if (!answer) {
        io.warn(t("allocation:explanation.command.absent", { request: wanted.request }));
        return exit.failed;
      }
      const ranks = waitingRanks(book)(wanted.request);
      for (const line of commissionAnswerLines(answer, ranks, {}, t, wanted.language)) io.say(line);
      return exit.ok;
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      io.warn(error.message);
      return exit.usage;
    }
  },
};
