// Shows the steps of a launcher: a line that counts seconds on a terminal, plain lines elsewhere.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const seconds = (since) => Math.round((performance.now() - since) / 1000);
const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const running = new Set();

/**
 * Runs `work`, which may tell what it is doing with `say(text)`. A plain output gets a line every ten seconds.
 * @template T
 * @param {string} label
 * @param {(say: (text: string) => void) => Promise<T>} work
 * @param {{ isTTY?: boolean, columns?: number, write: (text: string) => unknown }} out
 * @returns {Promise<T>}
 */
export async function step(label, work, out = process.stdout) {
  const start = performance.now();
  let detail = "";
  let frame = 0;
  const draw = () => {
    frame = (frame + 1) % frames.length;
    const line = `${frames[frame]} ${label} ${seconds(start)} s ${detail}`;
    out.write(`\r\x1b[2K${line.slice(0, (out.columns || 80) - 1)}`);
  };
  let told = "";
  const tick = () => {
    out.write(`  ${seconds(start)} s ${detail === told ? "" : detail}\n`);
    told = detail;
  };
  const timer = out.isTTY ? setInterval(draw, 120) : setInterval(tick, 10_000);
  if (!out.isTTY) out.write(`… ${label}\n`);
  const say = (text) => {
    detail = text.trim() || detail;
  };
  const end = (mark) => {
    clearInterval(timer);
    if (out.isTTY) out.write("\r\x1b[2K");
    out.write(`${mark} ${label} (${seconds(start)} s)\n`);
  };
  try {
    const result = await work(say);
    end("✓");
    return result;
  } catch (error) {
    end("✗");
    throw error;
  }
}

export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} (${code})`);
    this.output = output;
  }
}

/**
 * Runs a program to its end, telling each line of its output.
 * @returns everything it wrote
 * @throws CommandFailed with everything it wrote
 */
export function run(command, args, { say = () => {}, env = process.env, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    running.add(child);
    const lines = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on("line", (line) => {
        lines.push(line);
        say(line);
      });
    }
    child.once("error", (error) => {
      running.delete(child);
      reject(new CommandFailed(command, error.code, error.message));
    });
    child.once("close", (code, signal) => {
      running.delete(child);
      const output = lines.join("\n");
      if (code === 0) resolve(output);
      else reject(new CommandFailed([command, ...args].join(" "), code ?? signal, output));
    });
  });
}

/** Stops what `run` has started: for a launcher that is itself told to stop. */
export function stopRunning() {
  for (const child of running) child.kill("SIGTERM");
}
