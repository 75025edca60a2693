import { expect, test } from "vitest";
import { refuseAtDepth } from "#adapters/convert/refuse-at-depth.ts";
import type { ChildReceiver } from "#core/ports/document-converter.ts";

function record(): { readonly seen: string[]; readonly receiver: ChildReceiver } {
  const seen: string[] = [];
  return {
    seen,
    receiver: {
      begin: ({ name }) => void seen.push(`begin ${name}`),
      write: (bytes) => void seen.push(`write ${bytes.length}`),
      end: () => void seen.push("end"),
      refuse: ({ name, reason }) => void seen.push(`refuse ${name} ${reason}`),
    },
  };
}

function handOut(receiver: ChildReceiver): void {
  receiver.begin({ name: "a" });
  receiver.write(new Uint8Array(2));
  receiver.end();
  receiver.refuse({ name: "b", reason: "import/encrypted", message: null });
}

test("children are handed on in up to three containers", () => {
  const { seen, receiver } = record();
  handOut(refuseAtDepth(receiver, 2));
  expect(seen).toEqual(["begin a", "write 2", "end", "refuse b import/encrypted"]);
});

test("children of a file in three containers are refused", () => {
  const { seen, receiver } = record();
  handOut(refuseAtDepth(receiver, 3));
  expect(seen).toEqual(["refuse a import/nested-too-deep", "refuse b import/encrypted"]);
});
