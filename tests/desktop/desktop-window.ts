import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base, type ElectronApplication, _electron as electron, type Page } from "@playwright/test";
import { findElectron, reasonAgainstElectron } from "#hosts/launch/electron-runtime.ts";
import type { DesktopBridge } from "../../renderer/client/desktop-bridge.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** The desktop program as a person starts it, with a folder of its own. */
export interface DesktopWindow {
  readonly application: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  /** Calls a procedure through the window's bridge; answers with the reply. */
  call(name: string, input: unknown): Promise<{ readonly ok: boolean; readonly value?: unknown }>;
}

/** Why the desktop program cannot be run on this machine, or null. */
export function reasonNotToRun(): string | null {
  if (findElectron(ROOT) === null) return "Electron's runtime is not on this machine";
  if (process.platform === "linux" && process.getuid?.() === 0) return "Electron's sandbox does not run as root";
  const reason = reasonAgainstElectron(process.platform, process.env);
  return reason === null ? null : `no window can be shown: ${reason}`;
}

/** Each test has a program of its own. */
export const test = base.extend<{ readonly desktop: DesktopWindow }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of other fixtures from this pattern.
  desktop: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "probative-desktop-"));
    const application = await electron.launch({
      args: [ROOT, `--user-data-dir=${join(folder, "electron")}`],
      env: { ...process.env, PROBATIVE_HOME: join(folder, "home"), PROBATIVE_AUTHOR: "A. Tester" } as Record<
        string,
        string
      >,
    });
    const page = await application.firstWindow();
    await page.waitForLoadState("domcontentloaded");
    const call: DesktopWindow["call"] = (name, input) =>
      page.evaluate(
        ([procedure, value]) => {
          const { probative } = window as unknown as { readonly probative: DesktopBridge };
          return probative.call(String(procedure), value) as Promise<{
            readonly ok: boolean;
            readonly value?: unknown;
          }>;
        },
        [name, input] as const,
      );
    await use({ application, page, folder, call });
    await application.close();
    rmSync(folder, { recursive: true, force: true });
  },
});
