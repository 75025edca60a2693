import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The words that open a file as the person's desktop does. */
export type BrowserCommand = readonly [program: string, ...options: string[]];

export interface BrowserStart {
  readonly command: BrowserCommand;
  readonly start: (program: string, words: readonly string[]) => void;
}

/**
 * Opens a link in the person's browser. The link holds a token, and process arguments can be read by everyone on the
 * machine; so the browser is given the path of a private file that leads to the link.
 *
 * @returns removes the file; it is of no use once the token was exchanged
 */
export async function openInBrowser(url: string, { command, start }: BrowserStart): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "probative-open-"));
  const file = join(folder, "open.html");
  await writeFile(file, redirectPage(url), { mode: 0o600, flag: "wx" });
  const [program, ...options] = command;
  start(program, [...options, pathToFileURL(file).href]);
  return () => rm(folder, { recursive: true, force: true });
}

/** Starts a program that lives on without this one. One that is not there is no failure: the link was printed. */
export function startDetached(program: string, words: readonly string[]): void {
  const child = spawn(program, words, { stdio: "ignore", detached: true });
  child.once("error", () => undefined);
  child.unref();
}

/** The program that opens a file as the person's desktop does; null where there is no desktop to open it on. */
export function browserCommand(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): BrowserCommand | null {
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return (env["DISPLAY"] ?? "") === "" && (env["WAYLAND_DISPLAY"] ?? "") === "" ? null : ["xdg-open"];
}

/** A page that leads on. `url` is ours and holds no character that HTML would need escaped. */
export function redirectPage(url: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${url}"><title>Probative</title><a href="${url}">Open Probative</a>\n`;
}
