import { MessageChannel } from "node:worker_threads";
import type { Backend } from "#hosts/backend.ts";
import { commandWords } from "#hosts/cli/areas.ts";
import { fieldsOf } from "#hosts/cli/fields.ts";
import { optionName } from "#hosts/cli/option-name.ts";
import { connectBackend } from "#hosts/desktop/backend-link.ts";
import { serveBackend } from "#hosts/desktop/backend-server.ts";
import { CHANNELS } from "#hosts/desktop/channels.ts";
import { openIpcDoor } from "#hosts/desktop/ipc-door.ts";
import type { Answer, Request } from "#hosts/desktop/messages.ts";
import { startWebHost } from "#hosts/web/web-host.ts";
import { isProcedureName, procedureOf } from "#shared/contract/contract.ts";
import { runInProcess } from "../../electron/hosts/cli/run-in-process.ts";
import { createInvokeDouble } from "../../electron/hosts/desktop/invoke-double.ts";
import { tokenOf } from "../../electron/hosts/web/running-host.ts";

/** What a door answers, whatever it is made of. */
export type DoorReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/** One of the three ways to the backend. */
export interface Door {
  readonly name: "desktop" | "web" | "command line";
  call(procedure: string, input: Readonly<Record<string, unknown>>): Promise<DoorReply>;
  close(): Promise<void>;
}

/** The desktop's door: the handler of the main process, then the channel to the backend process. */
export function openDesktopDoor(backend: Backend): Door {
  const { port1, port2 } = new MessageChannel();
  serveBackend(
    backend,
    { post: (message) => port2.postMessage(message), onMessage: (listener) => void port2.on("message", listener) },
    () => undefined,
  );
  const link = connectBackend({
    post: (message: Request) => port1.postMessage(message),
    onMessage: (listener: (answer: Answer) => void) => void port1.on("message", listener),
  });
  const window = createInvokeDouble();
  openIpcDoor(window.ipc, (name, input) => link.call(name, input));
  return {
    name: "desktop",
    call: async (procedure, input) => (await window.send(CHANNELS.call, [procedure, input])) as DoorReply,
    close: async () => port1.close(),
  };
}

/** The web host's door: HTTP on the loopback interface. */
export async function openWebDoor(backend: Backend): Promise<Door> {
  const host = await startWebHost({ backend, assetsDirectory: import.meta.dirname });
  const post = (path: string, body: unknown, cookie: string) =>
    fetch(`${host.origin}${path}`, {
      method: "POST",
      headers: { Origin: host.origin, "Content-Type": "application/json", Cookie: cookie },
      body: JSON.stringify(body),
    });
  const session = await post("/session", { token: tokenOf(host.url) }, "");
  const cookie = session.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return {
    name: "web",
    call: async (procedure, input) =>
      (await (await post(`/rpc/${encodeURIComponent(procedure)}`, input, cookie)).json()) as DoorReply,
    close: () => host.close(),
  };
}

/**
 * The command line's door. Its case stays open between commands, because the backend is the one of the other doors.
 *
 * @param caseDirectory what `--case` is given
 */
export function openCommandLineDoor(backend: Backend, caseDirectory: string): Door {
  const kept: Backend = { ...backend, close: () => Promise.resolve() };
  return {
    name: "command line",
    async call(procedure, input) {
      const run = await runInProcess([...wordsOf(procedure, input, caseDirectory), "--json"], kept);
      const value = JSON.parse(run.stdout);
      return run.exitCode === 0 ? { ok: true, value } : { ok: false, error: value.error };
    },
    close: () => Promise.resolve(),
  };
}

/** Writes a call as a person would type it; a field that the procedure does not have becomes an option too. */
export function wordsOf(
  procedure: string,
  input: Readonly<Record<string, unknown>>,
  caseDirectory: string,
): readonly string[] {
  if (!isProcedureName(procedure)) return procedure.split(".");
  const { commandLine, scope } = procedureOf(procedure);
  const fields = fieldsOf(procedureOf(procedure));
  const positional = commandLine?.positional ?? [];
  const options = Object.entries(input).filter(([name]) => !positional.includes(name));
  const { area, verb } = commandWords(procedure);
  return [
    ...[area, verb],
    ...(scope === "case" ? ["--case", caseDirectory] : []),
    ...options.flatMap(([name, value]) => {
      const shape = fields.find((field) => field.name === name)?.shape;
      // A flag is there or not: whoever does not want what is usual says so.
      if (shape?.kind === "flag") {
        if (value === shape.negated) return [];
        return [`--${shape.negated ? "no-" : ""}${optionName(name)}`];
      }
      const isJson = shape?.kind === "json";
      const values = Array.isArray(value) && !isJson ? value : [value];
      return values.flatMap((one) => [`--${optionName(name)}`, typed(one, isJson)]);
    }),
    ...positional.flatMap((name) => (name in input ? [input[name]].flat().map((value) => typed(value, false)) : [])),
  ];
}

function typed(value: unknown, isJson: boolean): string {
  if (value === null) return "none";
  return isJson ? JSON.stringify(value) : String(value);
}
