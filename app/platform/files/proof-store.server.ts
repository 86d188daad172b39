// Documents sent as proofs: under the data folder, out of reach of any address, each under a random name.
import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { env } from "../env.server.ts";

const folder = (): string => path.join(env().dataDir, "proofs");
const named = /^[a-f0-9]{32}$/;

function fileOf(name: string): string {
  if (!named.test(name)) throw new RangeError("Not the name of a stored proof.");
  return path.join(folder(), name);
}

/** The media type that the content itself shows, whatever its name says; null when unknown. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string | null> {
  return (await fileTypeFromBuffer(bytes))?.mime ?? null;
}

/** Keeps a document, on the disk for sure when this returns. @returns its random name */
export async function keepProof(bytes: Uint8Array): Promise<string> {
  const name = randomBytes(16).toString("hex");
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const file = await open(fileOf(name), "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return name;
}

/** Null when the document is no longer there. */
export async function readProof(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(fileOf(name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export async function dropProof(name: string): Promise<void> {
  await rm(fileOf(name), { force: true });
}
