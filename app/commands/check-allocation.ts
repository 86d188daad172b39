import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { certify } from "#app/audit/rules/certify.ts";
import type { CheckLine } from "#app/audit/rules/findings.ts";
import { type Command, exit, type Io } from "./command.ts";

/** Null, said with its name, when the file is not there or is larger than a text can be. */
function readFile(file: string, io: Io): { text: string; hash: string } | null {
  try {
    const bytes = readFileSync(file);
    return { text: bytes.toString("utf8"), hash: createHash("sha256").update(bytes).digest("hex") };
  } catch {
    io.warn(`${file} : fichier illisible / the file cannot be read`);
    return null;
  }
}

const write = ({ check, ok, fr, en }: CheckLine): string =>
  `${check.padEnd(3)} ${ok ? "ok" : "KO"}  ${fr} / ${en}`;

export const checkAllocationCommand: Command = {
  name: "check-allocation",
  summary: "contrôle le résultat d'une attribution, sans le moteur / checks a result without the engine",
  async run(args, io) {
    const [instanceFile, resultFile, ...more] = args;
    if (!instanceFile || !resultFile || more.length > 0) {
      io.warn("Usage : npx guichet check-allocation instance.json result.jsonl");
      return exit.usage;
    }
    const instance = readFile(instanceFile, io);
    const result = instance && readFile(resultFile, io);
    if (!instance || !result) return exit.usage;
    const { ok, lines, unreadable } = certify(instance.text, result.text, instance.hash);
    if (unreadable) {
      const file = unreadable === "instance" ? instanceFile : resultFile;
      for (const { fr, en } of lines) io.warn(`${file}, ${fr} / ${en}`);
      return exit.usage;
    }
    for (const line of lines) io.say(write(line));
    return ok ? exit.ok : exit.failed;
  },
};
