import { describe, expect, it } from "vitest";
import { RemoteError } from "#shared/errors/wire.ts";
import { requireReadable } from "../../../renderer/search/require-readable.ts";

describe("requireReadable", () => {
  it("lets a query pass that can be understood", () => {
    expect(() => requireReadable('custod* AND "detention center"')).not.toThrow();
  });

  it("refuses another one as the backend does: same code, sentence, action and place", () => {
    try {
      requireReadable("transfer AND (custody");
      expect.unreachable();
    } catch (thrown) {
      if (!(thrown instanceof RemoteError)) throw thrown;
      expect(thrown.code).toBe("search/syntax");
      expect(thrown.wire.details).toEqual({ offset: 13 });
      expect(thrown.wire.action).not.toBe("");
    }
  });
});
