import type { FormatInput } from "#adapters/convert/converted.ts";
import type { ChildReceiver } from "#core/ports/document-converter.ts";

/** Refuses to have children: for formats that hold none. */
const NO_CHILDREN: ChildReceiver = {
  begin: ({ name }) => {
    throw new Error(`unexpected child ${name}`);
  },
  write: () => undefined,
  end: () => undefined,
  refuse: ({ name }) => {
    throw new Error(`unexpected refusal of ${name}`);
  },
};

/** What a reader is given for a file of these bytes. */
export function makeFormatInput(bytes: Uint8Array | string): FormatInput {
  return {
    bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes,
    path: "/nowhere",
    fileName: "file",
    depth: 0,
    children: NO_CHILDREN,
    progress: () => undefined,
  };
}
