import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRecentCases } from "#adapters/files/recent-cases.ts";
import { casesFolder, settingsFolder } from "#adapters/files/user-folders.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";

describe("recent cases", () => {
  it("come latest first, once each, twenty at most, and say whether they are there", () => {
    const folder = setUpTempFolder();
    const recent = createRecentCases(join(folder, "settings"));
    expect(recent.list()).toEqual([]);
    mkdirSync(join(folder, "present"));
    writeFileSync(join(folder, "present/case.db"), "");
    for (let number = 0; number < 25; number += 1) recent.add(`/case-${number}`, `Case ${number}`, "2026-03-01");
    recent.add(join(folder, "present"), "Here", "2026-03-02");
    recent.add("/case-20", "Again", "2026-03-03");
    const list = createRecentCases(join(folder, "settings")).list();
    expect(list).toHaveLength(20);
    expect(list.slice(0, 3).map(({ title, present }) => [title, present])).toEqual([
      ["Again", false],
      ["Here", true],
      ["Case 24", false],
    ]);
    expect(statSync(join(folder, "settings/recent-cases.json")).mode & 0o777).toBe(0o600);
  });

  it("are none when the file cannot be read", () => {
    const folder = setUpTempFolder();
    writeFileSync(join(folder, "recent-cases.json"), "[{");
    const recent = createRecentCases(folder);
    expect(recent.list()).toEqual([]);
    recent.add("/case", "Case", "2026-03-01");
    expect(recent.list()).toHaveLength(1);
  });
});

it("folders of a person can be chosen by the environment", () => {
  expect(settingsFolder({ PROBATIVE_HOME: "/elsewhere" })).toBe("/elsewhere");
  expect(casesFolder({ PROBATIVE_HOME: "/elsewhere" })).toBe("/elsewhere/Cases");
  expect(casesFolder({ PROBATIVE_HOME: "" })).toBe(join(homedir(), "Probative"));
});

it.runIf(process.platform === "linux")("settings stand where the desktop keeps them", () => {
  expect(settingsFolder({})).toBe(join(homedir(), ".config/probative"));
  expect(settingsFolder({ XDG_CONFIG_HOME: "/config" })).toBe("/config/probative");
});
