import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { lockCase } from "#adapters/files/case-lock.ts";
import { createBackend } from "#hosts/compose.ts";
import { procedureNames, procedureOf } from "#shared/contract/contract.ts";
import { parseInput } from "#shared/contract/validate.ts";
import { expectFailure } from "../../support/expect-failure.ts";
import { setUpBackend, WORKER_URL } from "../../support/test-backend.ts";
import { createTestIds } from "../../support/test-program.ts";

// Much is done here, and continuous integration is slow.
vi.setConfig({ testTimeout: 60_000 });

const ids = createTestIds();

describe("the backend's one entrance", () => {
  it("refuses names and fields that it does not know", async () => {
    const { backend } = setUpBackend();
    for (const name of ["case.destroy", "toString", "__proto__", "", null, 7, {}]) {
      await expectFailure("input/unknown-procedure", () => backend.dispatch(name, {}));
    }
    await expectFailure("input/invalid", () => backend.dispatch("case.recent", { folder: "/" }));
    await expectFailure("input/invalid", () => backend.dispatch("case.open", {}));
    await expectFailure("input/invalid", () => backend.dispatch("case.open", { directory: 7 }));
    await expectFailure("input/invalid", () => backend.dispatch("case.open", "text"));
    await expectFailure("input/invalid", () => backend.dispatch("case.open", []));
    const failure = await expectFailure("input/invalid", () =>
      backend.dispatch("search.query", { query: "x", limit: 100_000 }),
    );
    expect(failure.details).toEqual({ field: "limit" });
  });

  it("answers nothing about a case while none is open", async () => {
    const { backend } = setUpBackend();
    expect(await backend.call("case.current", {})).toEqual({ case: null });
    expect(await backend.call("case.close", {})).toEqual({});
    const simple = procedureNames.filter((name) => {
      if (procedureOf(name).scope !== "case") return false;
      try {
        parseInput(name, {});
        return true;
      } catch {
        return false;
      }
    });
    expect(simple.length).toBeGreaterThan(8);
    for (const name of simple) await expectFailure("case/none-open", () => backend.dispatch(name, {}));
    await expectFailure("case/none-open", () => backend.documentFile(ids.next("document")));
    await expectFailure("case/none-open", () => backend.exportedFile("x.pdf"));
    await expectFailure("case/none-open", () => backend.createIncomingFolder());
  });
});

describe("opening and closing", () => {
  it("tells its listeners and remembers where cases are", async () => {
    const { backend, root, home, events } = setUpBackend();
    const one = await backend.call("case.create", { directory: join(root, "one"), title: " One " });
    expect(one).toMatchObject({ directory: join(root, "one"), title: "One" });
    await backend.call("case.create", { directory: join(root, "two"), title: "Two" });
    expect(events).toEqual([{ kind: "case" }, { kind: "case" }]);
    expect(await backend.call("case.current", {})).toMatchObject({ case: { title: "Two" } });
    // The first was closed: its lock is free.
    lockCase(join(root, "one"), "2026-03-01T00:00:00.000Z")();
    const { cases, suggestedDirectory } = await backend.call("case.recent", {});
    expect(cases.map(({ title, present }) => [title, present])).toEqual([
      ["Two", true],
      ["One", true],
    ]);
    expect(suggestedDirectory).toBe(join(home, "Cases"));
    await backend.call("case.close", {});
    expect(await backend.call("case.current", {})).toEqual({ case: null });
  });

  it("of the case that is open changes nothing", async () => {
    const { backend, root } = setUpBackend();
    const directory = join(root, "case");
    const created = await backend.call("case.create", { directory, title: "Case" });
    await backend.call("tags.create", { name: "Kept" });
    expect(await backend.call("case.open", { directory: `${directory}/../case/` })).toEqual(created);
    expect((await backend.call("tags.list", {})).tags).toHaveLength(1);
  });

  it("that fails leaves the open case open", async () => {
    const { backend, root } = setUpBackend();
    await backend.call("case.create", { directory: join(root, "case"), title: "Case" });
    mkdirSync(join(root, "full"));
    writeFileSync(join(root, "full/x"), "x");
    await expectFailure("case/not-a-case", () => backend.call("case.open", { directory: join(root, "full") }));
    await expectFailure("case/folder-not-empty", () =>
      backend.call("case.create", { directory: join(root, "full"), title: "X" }),
    );
    expect(await backend.call("case.info", {})).toMatchObject({ title: "Case" });
  });

  it("is refused to a second program, which is told who has it", async () => {
    const { backend, root } = setUpBackend();
    const directory = join(root, "case");
    await backend.call("case.create", { directory, title: "Case" });
    const second = createBackend({ workerUrl: WORKER_URL });
    const failure = await expectFailure("case/locked", () => second.call("case.open", { directory }));
    expect(failure.message).toContain(`process ${process.pid}`);
    await backend.call("case.close", {});
    expect(await second.call("case.open", { directory })).toMatchObject({ title: "Case" });
    await second.close();
  });

  it("several at once ends with one open case and no lock left behind", async () => {
    const { backend, root } = setUpBackend();
    const names = ["a", "b", "c", "d"];
    await Promise.all(names.map((name) => backend.call("case.create", { directory: join(root, name), title: name })));
    await Promise.all([
      ...names.map((name) => backend.call("case.open", { directory: join(root, name) })),
      backend.call("case.open", { directory: join(root, "a") }),
    ]);
    const current = (await backend.call("case.current", {})).case;
    const locked = names.filter((name) => readdirSync(join(root, name)).includes("case.lock"));
    expect(locked.map((name) => join(root, name))).toEqual([current?.directory]);
    await backend.close();
    expect(names.filter((name) => readdirSync(join(root, name)).includes("case.lock"))).toEqual([]);
  });

  it("works when the list of recent cases cannot be written, and the log says so", async () => {
    const { backend, root, home } = setUpBackend();
    mkdirSync(join(home, "recent-cases.json"));
    const created = await backend.call("case.create", { directory: join(root, "case"), title: "Case" });
    expect(await backend.call("case.current", {})).toEqual({ case: created });
    expect(readFileSync(join(home, "logs/probative.log"), "utf8")).toContain("recent cases");
  });
});

describe("files of the case", () => {
  it("are served from its exports only", async () => {
    const { backend, root } = setUpBackend();
    await backend.call("case.create", { directory: join(root, "case"), title: "Case" });
    const { briefId } = await backend.call("briefs.create", { title: "Brief" });
    const exported = await backend.call("export.brief", { brief: briefId, format: "md" });
    expect(await backend.exportedFile(exported.name)).toEqual({
      path: exported.path,
      name: exported.name,
      mediaType: "text/markdown; charset=utf-8",
    });
    mkdirSync(join(root, "case/exports/folder"));
    for (const name of ["gone.pdf", "folder"]) {
      await expectFailure("document/not-found", () => backend.exportedFile(name));
    }
    for (const name of ["../case.db", "/etc/hostname", "a/b.pdf", "..", ".", "", ".hidden"]) {
      await expectFailure("input/invalid", () => backend.exportedFile(name));
    }
    await expectFailure("document/not-found", () => backend.documentFile(ids.next("document")));
  });

  it("that arrive as bytes get a folder of their own inside of it", async () => {
    const { backend, root } = setUpBackend();
    await backend.call("case.create", { directory: join(root, "case"), title: "Case" });
    const [one, two] = [await backend.createIncomingFolder(), await backend.createIncomingFolder()];
    expect(one).not.toBe(two);
    for (const folder of [one, two]) expect(folder.startsWith(join(root, "case/incoming/"))).toBe(true);
  });
});

it("an unknown failure gets a number, under which the log has it without its message", () => {
  const { backend, home } = setUpBackend();
  const number = backend.reportUnknown(new Error("the canary sings"));
  const log = readFileSync(join(home, "logs/probative.log"), "utf8");
  expect(log).toContain(number);
  expect(log).not.toContain("canary");
});
