import { describe, expect, test } from "vitest";
import { openSession, tokenOfHash } from "../../../renderer/client/session.ts";

describe("tokenOfHash", () => {
  test.each([
    ["#token=abc123", "abc123"],
    ["#token=", null],
    ["#other=1", null],
    ["", null],
  ])("%s holds %s", (hash, token) => {
    expect(tokenOfHash(hash)).toBe(token);
  });
});

describe("openSession", () => {
  function setUp(hash: string, respond: () => Promise<Response>) {
    const order: string[] = [];
    const open = openSession({
      fetch: (url, init) => {
        order.push(`${init?.method} ${String(url)} ${String(init?.body)}`);
        return respond();
      },
      hash,
      forgetHash: () => order.push("forget"),
    });
    return { open, order };
  }

  test("takes the token out of the address before it is sent", async () => {
    const { open, order } = setUp("#token=abc", async () => Response.json({ ok: true, value: {} }));
    await open;
    expect(order).toEqual(["forget", 'POST /session {"token":"abc"}']);
  });

  test("without a token nothing is sent", async () => {
    const { open, order } = setUp("", async () => Response.json({}));
    await open;
    expect(order).toEqual([]);
  });

  test("a token that is refused is no failure here: the first call tells", async () => {
    const { open } = setUp("#token=used", async () => Response.json({ ok: false, error: {} }, { status: 401 }));
    await expect(open).resolves.toBeUndefined();
  });
});
