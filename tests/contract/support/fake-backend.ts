import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import type { Backend, ServedFile } from "#hosts/backend.ts";
import type { Call, Handlers } from "#shared/contract/contract.ts";
import type { BackendEvent, BackendEventListener } from "#shared/contract/events.ts";
import { parseInput, requireProcedureName } from "#shared/contract/validate.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** What a fake backend answers with. A procedure without a handler fails as a defect would. */
export interface FakeBackendParts {
  readonly handlers?: Partial<Handlers>;
  readonly files?: Readonly<Record<string, ServedFile>>;
  /** Folder in which incoming folders are made. */
  readonly incoming?: string;
}

/** A backend whose doors can be tested without a case: names and inputs are validated as the real one does. */
export interface FakeBackend extends Backend {
  emit(event: BackendEvent): void;
  /** Failures without a name that were reported, oldest first. */
  readonly reported: readonly unknown[];
  readonly listeners: ReadonlySet<BackendEventListener>;
  readonly isClosed: boolean;
}

/** The correlation id of every failure without a name. */
export const FAKE_CORRELATION_ID = "0123456789ab";

/** Makes a fake backend. */
export function createFakeBackend(parts: FakeBackendParts = {}): FakeBackend {
  const listeners = new Set<BackendEventListener>();
  const reported: unknown[] = [];
  let isClosed = false;
  const dispatch = async (name: unknown, input: unknown): Promise<unknown> => {
    const procedure = requireProcedureName(name);
    const parsed = parseInput(procedure, input);
    const handler = parts.handlers?.[procedure] as ((input: unknown) => unknown) | undefined;
    if (handler === undefined) throw new Error(`no handler for ${procedure}`);
    return handler(parsed);
  };
  const findFile = async (key: string): Promise<ServedFile> => {
    const file = parts.files?.[key];
    if (file === undefined) throw new ProbativeError("document/not-found");
    return file;
  };
  return {
    dispatch,
    call: dispatch as Call,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    documentFile: findFile,
    originalFile: findFile,
    exportedFile: findFile,
    createIncomingFolder: () => mkdtemp(join(parts.incoming ?? "", "incoming-")),
    reportUnknown(thrown) {
      reported.push(thrown);
      return FAKE_CORRELATION_ID;
    },
    close: async () => {
      isClosed = true;
    },
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    reported,
    listeners,
    get isClosed() {
      return isClosed;
    },
  };
}
