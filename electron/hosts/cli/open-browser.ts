import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Opens a link in the person's browser. The link holds a token, and process arguments can be read by everyone on the
 * machine; so the browser is given the path of a private file that leads to the link.
 *
 * @returns removes the file; it is of no use once the token was exchanged
 */
export async function openInBrowser(
  url: string,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): Promise<() => Promise<void>> {
  const command = browserCommand(platform, env);
  if (command === null) return () => Promise.resolve();
  const folder = await mkdtemp(join(tmpdir(), "probative-"));
  const file = join(folder, "open.html");
  await writeFile(file, redirectPage(url), { mode: 0o600, flag: "wx" });
  const [program, ...options] = command;
  const child = spawn(program, [...options, pathToFileURL(file).href], { stdio: "ignore", detached: true });
  // No browser is no failure: the link was printed.
  child.once("error", () => undefined);
  child.unref();
  return () => rm(folder, { recursive: true, force: true });
}

/** The program that opens a file as the person's desktop does; null where there is no desktop to open it on. */
export function browserCommand(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): readonly [program: string, ...options: string[]] | null {
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return (env["DISPLAY"] ?? "") === "" && (env["WAYLAND_DISPLAY"] ?? "") === "" ? null : ["xdg-open"];
}

/** A page that leads on. `url` is ours and holds no character that HTML would need escaped. */
export function redirectPage(url: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${url}"><title>Probative</title><a href="${url}">Open Probative</a>\n`;
}
