import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fetchElectron, findElectron, reasonAgainstElectron } from "#hosts/launch/electron-runtime.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "probative-runtime-"));
  await mkdir(join(root, "node_modules/electron/dist"), { recursive: true });
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function script(source: string): Promise<string> {
  const file = join(root, "install.cjs");
  await writeFile(file, source);
  return file;
}

describe("Electron's runtime", () => {
  it("is there when its path and its program are", async () => {
    expect(findElectron(root)).toBeNull();
    await writeFile(join(root, "node_modules/electron/path.txt"), "electron");
    expect(findElectron(root)).toBeNull();
    await writeFile(join(root, "node_modules/electron/dist/electron"), "");
    expect(findElectron(root)).toBe(join(root, "node_modules/electron/dist/electron"));
  });

  it("is not started where no window can be shown or none is wanted", () => {
    expect(reasonAgainstElectron("linux", {})).toBe("there is no display");
    expect(reasonAgainstElectron("linux", { DISPLAY: ":0" })).toBeNull();
    expect(reasonAgainstElectron("darwin", {})).toBeNull();
    expect(reasonAgainstElectron("darwin", { PROBATIVE_NO_ELECTRON: "1" })).toContain("PROBATIVE_NO_ELECTRON");
  });

  it("is fetched by the script of the package", async () => {
    const destination = join(root, "node_modules/electron/dist");
    const install = await script(
      `require("node:fs").writeFileSync(${JSON.stringify(join(destination, "electron"))}, process.env.TMPDIR)`,
    );
    expect(await fetchElectron(install, destination)).toBe(true);
  });

  it("is given up when the script fails, or brings nothing for a while", async () => {
    expect(await fetchElectron(await script("process.exit(1)"), root)).toBe(false);
    expect(await fetchElectron(await script("setInterval(() => {}, 1000)"), root, 1)).toBe(false);
  });
});
