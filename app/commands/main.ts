// The door for operators: `npx guichet NAME …`.
import { commands } from "./registry.ts";
import { exit, type ExitCode, type Io } from "./command.ts";

const list = (): string =>
  ["Usage : npx guichet COMMANDE … / COMMAND …", ""]
    .concat(commands.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`))
    .join("\n");

/** A state that changes is rewritten in place on a terminal, and said as a line elsewhere. */
function terminal(): Io & { end: () => void } {
  let passing = false;
  const clear = (): void => {
    if (passing) process.stdout.write("\r\x1b[2K");
    passing = false;
  };
  const write = (stream: NodeJS.WriteStream, line: string): void => {
    clear();
    stream.write(`${line}\n`);
  };
  return {
    say: (line) => write(process.stdout, line),
    warn: (line) => write(process.stderr, line),
    progress: (state) => {
      if (!process.stdout.isTTY) return write(process.stdout, state);
      process.stdout.write(`\r\x1b[2K${state.slice(0, process.stdout.columns - 1)}`);
      passing = true;
    },
    end: clear,
  };
}

async function main([name, ...args]: string[]): Promise<ExitCode> {
  const io = terminal();
  if (!name || ["help", "--help", "-h"].includes(name)) {
    io.say(list());
    return exit.ok;
  }
  const entry = commands.find((command) => command.name === name);
  if (!entry) {
    io.warn(`Commande inconnue : ${name} / Unknown command: ${name}\n\n${list()}`);
    return exit.usage;
  }
  try {
    const command = await entry.load();
    return await command.run(args, io);
  } catch (error) {
    io.warn(error instanceof Error ? error.message : String(error));
    if (process.env.DEBUG && error instanceof Error) io.warn(error.stack ?? "");
    return exit.failed;
  } finally {
    io.end();
  }
}

process.exitCode = await main(process.argv.slice(2));
