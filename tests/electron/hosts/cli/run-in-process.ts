import type { Backend } from "#hosts/backend.ts";
import { type CommandLineHost, runCommandLine } from "#hosts/cli/command-line.ts";
import type { StopSignal } from "#hosts/cli/terminal.ts";

/** What a command wrote and how it ended. */
export interface CommandRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A request to stop that a test makes. */
export interface TestStop extends StopSignal {
  ask(): void;
}

/** A stop signal that nobody has given yet. */
export function createTestStop(): TestStop {
  const listeners = new Set<() => void>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ask() {
      for (const listener of [...listeners]) listener();
    },
  };
}

/** Runs a command in this process, over a backend of the test. */
export async function runInProcess(
  words: readonly string[],
  backend: Backend,
  parts: Partial<Pick<CommandLineHost, "stop" | "serve" | "createBackend" | "readText">> & {
    readonly isTerminal?: boolean;
  } = {},
): Promise<CommandRun> {
  const written = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => ({
    write(text: string) {
      written[name] += text;
    },
    isTerminal: parts.isTerminal ?? false,
    columns: 80,
  });
  const exitCode = await runCommandLine(words, {
    version: "1.2.3",
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    stop: createTestStop(),
    readText: () => Promise.reject(new Error("no file was expected")),
    createBackend: () => Promise.resolve(backend),
    serve: () => Promise.reject(new Error("serve was not expected")),
    ...parts,
  });
  return { exitCode, ...written };
}
