import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import vm from "node:vm";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import { buildNodePrograms, buildPreload } from "#hosts/build/bundles.ts";
import { CHANNELS } from "#hosts/desktop/channels.ts";
import type { PreloadBridge } from "#hosts/desktop/preload.ts";
import type { DesktopBridge } from "../../../../renderer/client/desktop-bridge.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "probative-bundles-"));
  await buildPreload(ROOT, folder);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the preload script", () => {
  it("gives the page what the page expects", () => {
    expectTypeOf<PreloadBridge>().toExtend<DesktopBridge>();
  });

  it("is one script that imports electron alone and shows no function of it", async () => {
    const source = await readFile(join(folder, "desktop/preload.cjs"), "utf8");
    const required: string[] = [];
    const invoked: unknown[][] = [];
    const exposed = new Map<string, Record<string, (...words: unknown[]) => unknown>>();
    const listeners = new Set<(event: unknown, value: unknown) => void>();
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: never) => exposed.set(name, api) },
      ipcRenderer: {
        invoke: async (...words: unknown[]) => invoked.push(words),
        on: (_channel: string, listener: never) => listeners.add(listener),
        removeListener: (_channel: string, listener: never) => listeners.delete(listener),
      },
      webUtils: { getPathForFile: (file: { readonly name: string }) => `/dropped/${file.name}` },
    };
    const require = (name: string) => {
      required.push(name);
      return name === "electron" ? electron : createRequire(import.meta.url)(name);
    };
    vm.runInNewContext(source, { require, exports: {}, module: { exports: {} } });
    expect(required).toEqual(["electron"]);
    expect([...exposed.keys()]).toEqual(["probative"]);
    const api = exposed.get("probative") ?? {};
    expect(Object.keys(api).sort()).toEqual(
      [
        "call",
        "chooseCaseFolder",
        "chooseFiles",
        "chooseFolder",
        "listen",
        "openAddress",
        "pathForFile",
        "showInFolder",
      ].sort(),
    );

    await api["call"]?.("tags.list", {}, "a third value is not passed on");
    await api["chooseCaseFolder"]?.("open");
    expect(invoked).toEqual([
      [CHANNELS.call, "tags.list", {}],
      [CHANNELS.chooseCaseFolder, "open"],
    ]);
    expect(api["pathForFile"]?.({ name: "a.pdf" })).toBe("/dropped/a.pdf");

    const events: unknown[] = [];
    const stop = api["listen"]?.((event: unknown) => events.push(event)) as () => void;
    for (const listener of listeners) listener({ sender: "electron's own" }, { kind: "case" });
    expect(events).toEqual([{ kind: "case" }]);
    stop();
    expect(listeners.size).toBe(0);
  });
});

describe("the programs", () => {
  it("import no package that is not shipped", async () => {
    const { dependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    const names = Object.keys(dependencies);
    await buildNodePrograms(ROOT, folder, names);
    const missing = buildNodePrograms(
      ROOT,
      folder,
      names.filter((name) => name !== "commander"),
    );
    await expect(missing).rejects.toThrow("commander, which is not shipped");
  }, 60_000);
});
