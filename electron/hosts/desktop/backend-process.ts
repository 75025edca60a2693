import type { UtilityProcess } from "electron";
import type { BackendEventListener } from "#shared/contract/events.ts";
import { type BackendLink, connectBackend } from "./backend-link.ts";
import type { Answer, Endpoint, FileKey, Reply, Request } from "./messages.ts";

/** Deaths within `DEATH_WINDOW_MILLISECONDS` after which starting again is given up. */
const DEATHS_ALLOWED = 3;
const DEATH_WINDOW_MILLISECONDS = 60_000;

export interface BackendProcessParts {
  /** Starts the process. */
  readonly fork: () => Pick<UtilityProcess, "postMessage" | "on" | "once" | "kill">;
  /** The process ended by itself. `restarted` is false when it did so too often and is not started again. */
  readonly onDeath: (exitCode: number, restarted: boolean) => void;
  /** Milliseconds, for counting deaths. */
  readonly now: () => number;
}

/** The backend in a process of its own, started again when it dies. */
export interface BackendProcess extends Omit<BackendLink, "dispose"> {}

/** Starts the backend process and keeps it running. */
export function startBackendProcess(parts: BackendProcessParts): BackendProcess {
  const listeners = new Set<BackendEventListener>();
  const deaths: number[] = [];
  let isClosing = false;
  let link = start();

  function start(): BackendLink {
    const child = parts.fork();
    const fresh = connectBackend(endpointOf(child));
    fresh.listen((event) => {
      for (const listener of [...listeners]) listener(event);
    });
    child.once("exit", (exitCode) => {
      fresh.dispose();
      if (!isClosing) recover(exitCode);
    });
    return fresh;
  }

  function recover(exitCode: number): void {
    deaths.push(parts.now());
    const recent = deaths.filter((time) => parts.now() - time < DEATH_WINDOW_MILLISECONDS);
    const restarted = recent.length < DEATHS_ALLOWED;
    if (restarted) link = start();
    // No case is open in the new process: the window must forget what it shows.
    for (const listener of [...listeners]) listener({ kind: "case" });
    parts.onDeath(exitCode, restarted);
  }

  return {
    call: (name: unknown, input: unknown): Promise<Reply> => link.call(name, input),
    file: (key: FileKey) => link.file(key),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      isClosing = true;
      await link.close();
    },
  };
}

function endpointOf(child: Pick<UtilityProcess, "postMessage" | "on">): Endpoint<Request, Answer> {
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on("message", listener),
  };
}
