import type { ChildReceiver, RefusedChild } from "#core/ports/document-converter.ts";

/** A child as it was handed out. */
export interface CollectedChild {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Keeps what a reader hands out, and fails when it is handed out in a wrong order. */
export function collectChildren(): ChildReceiver & {
  readonly files: CollectedChild[];
  readonly refused: RefusedChild[];
} {
  const files: CollectedChild[] = [];
  const refused: RefusedChild[] = [];
  let open: { readonly name: string; readonly chunks: Uint8Array[] } | null = null;
  const current = (): { readonly name: string; readonly chunks: Uint8Array[] } => {
    if (open === null) throw new Error("no child was begun");
    return open;
  };
  return {
    files,
    refused,
    begin({ name }) {
      if (open !== null) throw new Error("a child was begun inside of another");
      open = { name, chunks: [] };
    },
    write(bytes) {
      current().chunks.push(Uint8Array.from(bytes));
    },
    end() {
      const { name, chunks } = current();
      files.push({ name, bytes: Buffer.concat(chunks) });
      open = null;
    },
    refuse(child) {
      open = null;
      refused.push(child);
    },
  };
}
