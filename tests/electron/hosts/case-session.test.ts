import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LOCK_FILE, lockCase } from "#adapters/files/case-lock.ts";
import { connect } from "#adapters/sqlite/connection.ts";
import { createCase, openCase } from "#hosts/case-session.ts";
import { expectFailure } from "../../support/expect-failure.ts";
import { setUpTempFolder } from "../../support/temp-folder.ts";
import { setUpTestCase } from "../../support/test-case.ts";
import { createTestProgram } from "../../support/test-program.ts";

const NOTHING = () => {};
const create = (folder: string) => createCase(folder, "New case", createTestProgram(), NOTHING);
const open = (folder: string) => openCase(folder, createTestProgram(), NOTHING);

/** Every file of a folder with its content. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(paths.map((path) => [path, readFileSync(path).toString("base64")]));
}

describe("creating a case", () => {
  it("makes a folder that holds all of it, and gives its lock back when it is closed", async () => {
    const folder = join(setUpTempFolder(), "some/where/case");
    const session = await create(folder);
    expect(session.info()).toEqual({
      directory: folder,
      title: "New case",
      createdAt: expect.stringMatching(/^2026-03-01T/),
      documents: 0,
      pages: 0,
      pagesWithoutText: 0,
      passages: 0,
      briefs: 0,
    });
    expect(readdirSync(folder)).toContain(LOCK_FILE);
    await session.close();
    expect(readdirSync(folder).toSorted()).toEqual(["case.db", "index.db", "originals"]);
  });

  it("takes an empty folder, and no other", async () => {
    const root = setUpTempFolder();
    const empty = join(root, "empty");
    mkdirSync(empty);
    await (await create(empty)).close();
    const full = join(root, "full");
    mkdirSync(full);
    writeFileSync(join(full, "letter.txt"), "mine");
    await expectFailure("case/folder-not-empty", () => create(full));
    expect(readdirSync(full)).toEqual(["letter.txt"]);
    const before = contentsOf(empty);
    await expectFailure("case/exists", () => create(empty));
    expect(contentsOf(empty)).toEqual(before);
    await expectFailure("export/not-writable", () => create(join(full, "letter.txt")));
    await expectFailure("export/not-writable", () => create(join(full, "letter.txt/case")));
    expect(readdirSync(full)).toEqual(["letter.txt"]);
  });

  it("that fails leaves nothing, not even the folders it made", async () => {
    const root = setUpTempFolder();
    const program = createTestProgram();
    let reads = 0;
    const failing = {
      ...program,
      clock: {
        now: () => {
          reads += 1;
          if (reads === 2) throw new Error("the clock stopped");
          return program.clock.now();
        },
      },
    };
    const made = createCase(join(root, "some/where/case"), "New", failing, NOTHING);
    await expect(made).rejects.toThrow("the clock stopped");
    expect(readdirSync(root)).toEqual([]);
    mkdirSync(join(root, "empty"));
    reads = 0;
    await expect(createCase(join(root, "empty"), "New", failing, NOTHING)).rejects.toThrow("the clock stopped");
    expect(readdirSync(join(root, "empty"))).toEqual([]);
  });

  it("does not remove what another program makes there at the same moment", async () => {
    const folder = setUpTempFolder();
    const unlock = lockCase(folder, "2026-03-01T09:30:00.000Z");
    await expectFailure("case/locked", () => create(folder));
    expect(readdirSync(folder)).toEqual([LOCK_FILE]);
    writeFileSync(join(folder, "case.db"), "theirs");
    await expectFailure("case/exists", () => create(folder));
    expect(readFileSync(join(folder, "case.db"), "utf8")).toBe("theirs");
    unlock();
  });
});

describe("opening a case", () => {
  it("tells the second who has it, and goes on when the first is done", async () => {
    const test = await setUpTestCase();
    const failure = await expectFailure("case/locked", () => open(test.folder));
    expect(failure.message).toContain(`process ${process.pid}`);
    await test.close();
    await (await open(test.folder)).close();
  });

  it("refuses what is no case and leaves it as it is", async () => {
    const folder = setUpTempFolder();
    await expectFailure("case/not-a-case", () => open(folder));
    await expectFailure("case/not-a-case", () => open(join(folder, "gone")));
    expect(readdirSync(folder)).toEqual([]);
  });

  const unusable: readonly (readonly [string, "case/newer" | "case/damaged", (path: string) => void])[] = [
    [
      "newer",
      "case/newer",
      (path) => {
        const connection = connect(path);
        connection.pragma("user_version = 999");
        connection.close();
      },
    ],
    ["cut off", "case/damaged", (path) => truncateSync(path, 9000)],
    ["something else", "case/damaged", (path) => writeFileSync(path, "Dear Sir, ".repeat(1000))],
    [
      "damaged inside",
      "case/damaged",
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0x5a, 8192, 24_576);
        writeFileSync(path, bytes);
      },
    ],
  ];
  it.each(unusable)("whose database is %s changes no byte of it", async (_, code, damage) => {
    const test = await setUpTestCase();
    await test.importOne({ title: "Note", pages: ["SPECIMEN"] });
    await test.close();
    damage(join(test.folder, "case.db"));
    const before = contentsOf(test.folder);
    await expectFailure(code, () => open(test.folder));
    expect(contentsOf(test.folder)).toEqual(before);
  });

  it("clears what a crash left in staging", async () => {
    const test = await setUpTestCase();
    await test.close();
    mkdirSync(join(test.folder, "staging"));
    writeFileSync(join(test.folder, "staging/1-1"), "half a file");
    const session = await test.reopen();
    expect(readdirSync(join(test.folder, "staging"))).toEqual([]);
    expect(session.jobs.isBusy()).toBe(false);
  });

  it("works after its folder was copied elsewhere", async () => {
    const test = await setUpTestCase();
    const document = await test.importOne({ title: "Note", pages: ["SPECIMEN one year"] });
    await test.close();
    const copy = join(setUpTempFolder(), "copy");
    cpSync(test.folder, copy, { recursive: true });
    const session = await open(copy);
    expect(session.ports.index.pageText(document, 1)).toBe("SPECIMEN one year");
    const { sha256 } = session.ports.documents.list()[0] ?? { sha256: "" };
    expect(session.ports.vault.pathOf(sha256).startsWith(copy)).toBe(true);
    expect(existsSync(session.ports.vault.pathOf(sha256))).toBe(true);
    await session.close();
  });
});
