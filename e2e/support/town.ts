import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const clock = pathToFileURL(path.join(root, "e2e", "support", "clock.mjs")).href;
const serving = "import('./build/server/index.js').then((build) => build.entry.module.startServer(build))";

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A demonstration town of a journey's own, served from the build under test, whose day the journey chooses. */
export type Town = {
  address: string;
  file: string;
  moveTo: (at: string) => Promise<void>;
  close: () => Promise<void>;
};

export async function openTown(at: string): Promise<Town> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "guichet-town-"));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const environment = (now: string): NodeJS.ProcessEnv => ({
    ...process.env,
    HOST: "127.0.0.1",
    PORT: String(port),
    NODE_ENV: "production",
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    GUICHET_MODE: "",
    TOWN_CLOCK_OFFSET: String(Date.parse(now) - Date.now()),
    NODE_OPTIONS: `--import ${clock}`,
  });
  for (const command of ["migrate", "demo"])
    execFileSync(process.execPath, ["--import", "tsx", "app/commands/main.ts", command], {
      cwd: root,
      env: environment(at),
      stdio: "ignore",
      timeout: 120_000,
    });

  let server: ChildProcess | null = null;
  const stop = async (): Promise<void> => {
    const running = server;
    server = null;
    if (!running || running.exitCode !== null) return;
    const closed = new Promise((resolve) => running.once("close", resolve));
    running.kill("SIGTERM");
    await closed;
  };
  const moveTo = async (now: string): Promise<void> => {
    await stop();
    server = spawn(process.execPath, ["-e", serving], { cwd: root, env: environment(now), stdio: "ignore" });
    for (let attempt = 0; attempt < 120; attempt++) {
      if ((await fetch(`${address}/sante`).catch(() => null))?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await stop();
    throw new Error("The town was not served.");
  };
  await moveTo(at);
  const close = async (): Promise<void> => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { address, file: path.join(dataDir, "guichet.db"), moveTo, close };
}
