import type { ErrorCode } from "#shared/errors/codes.ts";
import type { ChildReceiver } from "../ports/document-converter.ts";
import type { FileVault, StagedFile, StagingWriter } from "../ports/file-vault.ts";
import type { FileResult, FoundChild, JobFile } from "../ports/job-store.ts";
import { childName, childPath, MAX_DEPTH } from "./child-path.ts";
import { resultWithoutDocument } from "./list-files.ts";
import { recogniseFormat } from "./recognise-format.ts";

/** A child that is whole and will be read: its bytes wait in staging. */
interface WaitingChild {
  readonly name: string;
  readonly staged: StagedFile;
}

/** A child that will not be read, with the line of the account that says why. */
interface RefusedChild {
  readonly name: string;
  readonly result: FileResult;
}

type Child = WaitingChild | RefusedChild;

/** Takes the children of one file into staging, and makes them originals when the file itself could be read. */
export interface ChildCollector {
  readonly receiver: ChildReceiver;
  /** How many there are so far, refused ones included. */
  count(): number;
  /** Writes into the account that children are missing whose names nobody knows. */
  refuseRest(name: string, reason: ErrorCode, note: string): void;
  /**
   * Makes those that are whole originals, durable, and returns the lines of all for the account.
   *
   * @throws ProbativeError `export/no-space`, `export/not-writable`
   */
  keep(): Promise<readonly FoundChild[]>;
  /** Removes what still waits in staging. */
  discard(): Promise<void>;
}

/** Takes children and forgets them: for a file that is read anew, whose children are in the case. */
export const IGNORE_CHILDREN: ChildReceiver = { begin() {}, write() {}, end() {}, refuse() {} };

/**
 * @param parent line of the account of the file that holds them
 */
export function collectChildren(
  vault: FileVault,
  parent: Pick<JobFile, "position" | "shownPath" | "inside">,
): ChildCollector {
  const depth = (parent.inside?.depth ?? 0) + 1;
  let children: Child[] = [];
  let useless: StagedFile[] = [];
  let open: { readonly name: string; readonly writer: StagingWriter | null } | null = null;

  function refuse(name: string, outcome: "failed" | "skipped", reason: ErrorCode, note: string | null): void {
    children.push({ name, result: resultWithoutDocument(outcome, reason, note) });
  }

  function requireOpen(): NonNullable<typeof open> {
    if (open === null) throw new Error("no child was begun");
    return open;
  }

  /** A child whose kind is not read is no original of the case: the file that holds it has it. */
  function take(name: string, writer: StagingWriter): void {
    const staged = writer.finish();
    const recognised = recogniseFormat(staged.head, staged.bytes, name);
    if (recognised.kind === "refused") {
      useless.push(staged);
      refuse(name, recognised.outcome, recognised.reason, recognised.note);
      return;
    }
    children.push({ name, staged: { ...staged, head: new Uint8Array(0) } });
  }

  const receiver: ChildReceiver = {
    begin: ({ name }) => {
      open = { name: childName(name), writer: depth > MAX_DEPTH ? null : vault.stageBytes() };
    },
    write: (bytes) => requireOpen().writer?.write(bytes),
    end: () => {
      const { name, writer } = requireOpen();
      if (writer === null) refuse(name, "failed", "import/nested-too-deep", null);
      else take(name, writer);
      // Not before: a disk that is full at the end leaves a file that is still to be discarded.
      open = null;
    },
    refuse: ({ name, reason, message }) => {
      open?.writer?.discard();
      open = null;
      refuse(
        childName(name),
        reason === "import/not-a-regular-file" || reason === "import/unsupported-kind" ? "skipped" : "failed",
        reason,
        message,
      );
    },
  };

  async function keepOne(child: Child): Promise<string | null> {
    if (!("staged" in child)) return null;
    const { staged } = child;
    // Logos in signatures come with every message: the bytes are there already, and durable.
    if (await vault.exists(staged.sha256)) await vault.discard(staged);
    else await vault.keep(staged);
    return staged.sha256;
  }

  return {
    receiver,
    count: () => children.length,
    refuseRest: (name, reason, note) => {
      open?.writer?.discard();
      open = null;
      refuse(name, "failed", reason, note);
    },
    keep: async () => {
      const found: FoundChild[] = [];
      for (const [childPosition, child] of children.entries()) {
        const sha256 = await keepOne(child);
        const { name } = child;
        found.push({
          shownPath: childPath(parent.shownPath, name),
          inside: { parentPosition: parent.position, childPosition, name, depth, sha256 },
          result: "staged" in child ? null : child.result,
        });
      }
      children = children.filter((child) => !("staged" in child));
      return found;
    },
    discard: async () => {
      open?.writer?.discard();
      open = null;
      const waiting = children.flatMap((child) => ("staged" in child ? [child.staged] : []));
      for (const staged of [...useless, ...waiting]) await vault.discard(staged);
      children = [];
      useless = [];
    },
  };
}
