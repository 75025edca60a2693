import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LOCK_FILE, lockCase } from "#adapters/files/case-lock.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";

const NOW = "2026-03-01T09:30:00.000Z";

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

function plant(folder: string, holder: Readonly<Record<string, unknown>>): void {
  const complete = { pid: 1, host: hostname(), user: "someone", startedAt: NOW, processStart: null, ...holder };
  writeFileSync(join(folder, LOCK_FILE), JSON.stringify(complete));
}

describe("the lock of a case", () => {
  it("is had by one, who is named to the second, and can be given back", async () => {
    const folder = setUpTempFolder();
    const unlock = lockCase(folder, NOW);
    const failure = await expectFailure("case/locked", () => lockCase(folder, NOW));
    expect(failure.message).toContain(`process ${process.pid}`);
    expect(failure.message).toContain(NOW);
    expect(failure.details).toEqual({ pid: process.pid, host: hostname(), startedAt: NOW });
    unlock();
    expect(readdirSync(folder)).toEqual([]);
    lockCase(folder, NOW)();
  });

  it("clears by itself when its owner is gone", () => {
    const folder = setUpTempFolder();
    plant(folder, { pid: endedProcess() });
    const unlock = lockCase(folder, NOW);
    expect(readFileSync(join(folder, LOCK_FILE), "utf8")).toContain(`"pid":${process.pid}`);
    expect(readdirSync(folder)).toEqual([LOCK_FILE]);
    unlock();
  });

  it.runIf(existsSync("/proc/self/stat"))("clears when another process has the number of its owner", () => {
    const folder = setUpTempFolder();
    plant(folder, { pid: process.pid, processStart: "1" });
    lockCase(folder, NOW)();
  });

  it("of another computer stays, since nobody here can know", async () => {
    const folder = setUpTempFolder();
    plant(folder, { pid: endedProcess(), host: "elsewhere.example" });
    const failure = await expectFailure("case/locked", () => lockCase(folder, NOW));
    expect(failure.message).toContain("elsewhere.example");
  });

  it("that is being written just now counts; one that was never finished does not", async () => {
    const folder = setUpTempFolder();
    const path = join(folder, LOCK_FILE);
    writeFileSync(path, '{"pid":');
    await expectFailure("case/locked", () => lockCase(folder, NOW));
    utimesSync(path, new Date(0), new Date(0));
    lockCase(folder, NOW)();
  });

  it("of somebody else is not given back", () => {
    const folder = setUpTempFolder();
    const unlock = lockCase(folder, NOW);
    plant(folder, { pid: process.pid, startedAt: "2027-01-01T00:00:00.000Z" });
    unlock();
    expect(existsSync(join(folder, LOCK_FILE))).toBe(true);
  });

  it("cannot be taken where nothing can be written", async () => {
    await expectFailure("export/not-writable", () => lockCase(join(setUpTempFolder(), "gone"), NOW));
  });
});
