import { type ChildProcess, spawn } from "node:child_process";
import { COMMAND_LINE } from "./command-line.ts";

/** A loopback host with a case. */
export interface Host {
  readonly url: string;
  readonly process: ChildProcess;
}

/** Serves a case as `probative serve` does; resolves when it has printed its link. */
export function startHost(directory: string, environment: Readonly<Record<string, string>>): Promise<Host> {
  const host = spawn(process.execPath, [COMMAND_LINE, "serve", "--case", directory, "--json", "--no-open"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve, reject) => {
    let printed = "";
    host.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const url = /"url"\s*:\s*"([^"]+)"/u.exec(printed)?.[1];
      if (url !== undefined) resolve({ url, process: host });
    });
    host.once("exit", (code) => reject(new Error(`the host ended with ${code}: ${printed}`)));
  });
}

export async function stopHost({ process: host }: Host): Promise<void> {
  const ended = new Promise((resolve) => host.once("exit", resolve));
  host.kill("SIGTERM");
  await ended;
}
