import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CaseInfo } from "#shared/model/case.ts";
import type { Backend } from "../backend.ts";
import { startWebHost, type WebHost } from "../web/web-host.ts";
import { type BrowserStart, openInBrowser } from "./open-browser.ts";
import type { ServeRequest } from "./program.ts";
import type { OutputStream, StopSignal } from "./terminal.ts";

export interface ServeParts {
  readonly assetsDirectory: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stop: StopSignal;
  /** How a browser is started; null where none can be. */
  readonly browser?: BrowserStart | null;
  /** Calls back for each line that a person types; absent when nobody can. */
  readonly onLine?: (listener: () => void) => () => void;
}

/** Serves the workbench until the person stops it. With `--json` the one value is the link; then it goes on serving. */
export async function serveWorkbench(backend: Backend, request: ServeRequest, parts: ServeParts): Promise<void> {
  const { stdout, stop } = parts;
  if (!Number.isInteger(request.port) || request.port < 0 || request.port > 65_535) {
    throw new ProbativeError("input/invalid", "port: expected a number from 0 to 65535", { field: "port" });
  }
  const stopped = new Promise<void>((resolve) => stop.listen(resolve));
  const { caseDirectory } = request;
  const opened = caseDirectory === null ? null : await backend.call("case.open", { directory: caseDirectory });
  const host = await startOnPort(backend, request.port, parts);
  try {
    stdout.write(request.json ? `${JSON.stringify(describeHost(host, opened))}\n` : welcome(host, opened, parts));
    const browser = request.openBrowser ? (parts.browser ?? null) : null;
    const closeLink = browser === null ? null : await openInBrowser(host.createLaunchUrl(), browser);
    const stopReading = parts.onLine?.(() => stdout.write(`${host.createLaunchUrl()}\n`));
    await stopped;
    stopReading?.();
    await closeLink?.();
  } finally {
    await host.close();
  }
}

function describeHost(host: WebHost, opened: CaseInfo | null) {
  return { url: host.url, origin: host.origin, port: host.port, case: opened };
}

function welcome(host: WebHost, opened: CaseInfo | null, { onLine }: ServeParts): string {
  const what = opened === null ? "Probative" : `Probative, case “${opened.title}”`;
  return `${what}, for this machine only. Open this link once:\n${host.url}\nCtrl-C stops it${onLine === undefined ? "" : "; Enter prints a new link"}.\n`;
}

async function startOnPort(backend: Backend, port: number, { assetsDirectory, stderr }: ServeParts): Promise<WebHost> {
  try {
    return await startWebHost({ backend, assetsDirectory, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EACCES")
      throw new ProbativeError("input/invalid", `port: ${port} may not be used`, { field: "port" });
    if (code !== "EADDRINUSE") throw error;
    stderr.write(`Port ${port} is taken; a free one is used instead.\n`);
    return startWebHost({ backend, assetsDirectory });
  }
}
