import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Backend } from "#hosts/backend.ts";
import { procedureNames, procedureOf } from "#shared/contract/contract.ts";
import { errorDefinition } from "#shared/errors/codes.ts";
import { wireErrorSchema } from "#shared/errors/wire.ts";
import { type ContractCase, type Given, INVALID_CASES, VALID_CASES } from "./support/cases.ts";
import { comparable } from "./support/comparable.ts";
import { type Door, openCommandLineDoor, openDesktopDoor, openWebDoor } from "./support/doors.ts";
import { createFakeBackend, FAKE_CORRELATION_ID } from "./support/fake-backend.ts";

const WORKER = pathToFileURL(resolve(import.meta.dirname, "../../electron/workers/extract.ts"));

describe("the three doors on a real case", () => {
  let folder: string;
  let backend: Backend;
  let doors: readonly Door[];
  let given: Given;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "probative-contract-"));
    vi.stubEnv("PROBATIVE_HOME", join(folder, "home"));
    await mkdir(join(folder, "home"));
    const { createBackend } = await import("#hosts/compose.ts");
    backend = createBackend({ workerUrl: WORKER });
    given = await createCase(backend, join(folder, "matter.probative"));
    const directory = join(folder, "matter.probative");
    doors = [openDesktopDoor(backend), await openWebDoor(backend), openCommandLineDoor(backend, directory)];
  }, 60_000);

  afterAll(async () => {
    for (const door of doors) await door.close();
    await backend.close();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(VALID_CASES)("give the same answer: $what", async (contractCase) => {
    const values = new Map<string, unknown>();
    for (const door of doorsOf(contractCase)) {
      const reply = await door.call(contractCase.procedure, contractCase.input(given, labelOf(door)));
      expect([door.name, reply]).toMatchObject([door.name, { ok: true }]);
      if (!reply.ok) continue;
      const { procedure } = contractCase;
      const { output } = procedureOf(procedureNames.find((name) => name === procedure) ?? "case.info");
      expect([door.name, output.safeParse(reply.value).error]).toEqual([door.name, undefined]);
      values.set(door.name, comparable(reply.value, labelOf(door), [given.document, given.passage]));
      await undoEdits(contractCase);
    }
    const [first, ...others] = values.values();
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(INVALID_CASES)("refuse alike: $what", async (contractCase) => {
    const errors = new Map<string, unknown>();
    for (const door of doorsOf(contractCase)) {
      const reply = await door.call(contractCase.procedure, contractCase.input(given, labelOf(door)));
      expect([door.name, reply]).toMatchObject([door.name, { ok: false, error: { code: contractCase.fails } }]);
      if (reply.ok) continue;
      expect(wireErrorSchema.safeParse(reply.error).error).toBeUndefined();
      const isParsers = door.name === "command line" && contractCase.commandLine === "parser";
      if (!isParsers) errors.set(door.name, comparable(reply.error, labelOf(door), []));
    }
    const [first, ...others] = errors.values();
    for (const other of others) expect(other).toEqual(first);
  });

  it("change nothing by what they refuse", async () => {
    const before = await backend.call("edits.history", {});
    for (const { procedure, input } of INVALID_CASES) {
      for (const door of doors) await door.call(procedure, input(given, labelOf(door)));
    }
    expect(await backend.call("edits.history", {})).toEqual(before);
  });

  function doorsOf({ commandLine }: ContractCase): readonly Door[] {
    return doors.filter((door) => door.name !== "command line" || commandLine !== "absent");
  }

  /** The next door must find the case as this one did. */
  async function undoEdits({ procedure }: ContractCase): Promise<void> {
    if (procedureOf(procedureNames.find((name) => name === procedure) ?? "case.info").kind !== "command") return;
    await backend.call("edits.undo", {});
  }
});

describe("the three doors and a defect", () => {
  it("show its number and nothing else", async () => {
    const secret = "canary-in-a-message";
    const backend = createFakeBackend({
      handlers: {
        "case.open": () => ({}) as never,
        "tags.list": () => {
          throw new Error(secret);
        },
      },
    });
    const doors = [openDesktopDoor(backend), await openWebDoor(backend), openCommandLineDoor(backend, "m")];
    const { message, action } = errorDefinition("internal/unknown");
    for (const door of doors) {
      const reply = await door.call("tags.list", {});
      expect(reply).toEqual({
        ok: false,
        error: {
          code: "internal/unknown",
          message,
          action,
          retryable: false,
          details: {},
          correlationId: FAKE_CORRELATION_ID,
        },
      });
      expect(JSON.stringify(reply)).not.toContain(secret);
      await door.close();
    }
    expect(backend.reported.map(String)).toEqual(doors.map(() => `Error: ${secret}`));
  });
});

/** A case with the sample's shortest document, one tag and one passage. */
async function createCase(backend: Backend, directory: string): Promise<Given> {
  const { jobId } = await backend.call("case.create-sample", { directory });
  if (jobId !== null) await endOf(backend, jobId);
  const { documents } = await backend.call("documents.list", {});
  const document = documents.find(({ shortName }) => shortName === "TRO") ?? documents[0];
  if (document === undefined) throw new Error("the sample has no documents");
  const quote = "application for a temporary restraining order";
  const words = { document: document.documentId, quote, page: 1, tag: ["Given"], note: "given" };
  const { passageId } = await backend.call("passages.create", words);
  return { document: document.documentId, passage: passageId, quote, page: 1 };
}

async function endOf(backend: Backend, jobId: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = backend.listen((event) => {
      if (event.kind !== "job" || event.job.jobId !== jobId || event.job.status === "running") return;
      stop();
      resolve();
    });
  });
}

/** Part of the names of what a door creates: long enough to stand in no identifier by chance. */
function labelOf(door: Door): string {
  return `through the ${door.name}`;
}
