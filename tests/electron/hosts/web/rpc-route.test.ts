import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAKE_CORRELATION_ID } from "../../../contract/support/fake-backend.ts";
import { errorCodeOf, jsonOf, type RunningHost, runHost } from "./running-host.ts";

let running: RunningHost;

beforeAll(async () => {
  running = await runHost(() => ({ handlers: { "tags.list": () => ({ tags: [] }) } }));
});

afterAll(() => running.stop());

async function call(name: string, body: string, type = "application/json; charset=utf-8") {
  const headers = { ...(await running.ownHeaders()), "Content-Type": type };
  return running.send({ method: "POST", path: `/rpc/${name}`, headers, body });
}

describe("POST /rpc", () => {
  it("answers with the value", async () => {
    const reply = await call("tags.list", "{}");
    expect([reply.status, jsonOf(reply)]).toEqual([200, { ok: true, value: { tags: [] } }]);
  });

  it("answers with the error and its status", async () => {
    const reply = await call("tags.nothing", "{}");
    expect([reply.status, errorCodeOf(reply)]).toEqual([404, "input/unknown-procedure"]);
  });

  it("tells nothing of a defect but its number", async () => {
    const reply = await call("briefs.list", "{}");
    expect(reply.status).toBe(500);
    expect(jsonOf(reply)).toEqual({
      ok: false,
      error: {
        code: "internal/unknown",
        message: "Something went wrong inside Probative.",
        action: expect.any(String),
        retryable: false,
        details: {},
        correlationId: FAKE_CORRELATION_ID,
      },
    });
    expect(running.backend.reported.at(-1)).toBeInstanceOf(Error);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])(
    "takes no %s",
    async (type) => {
      expect((await call("tags.list", "{}", type)).status).toBe(415);
    },
  );

  it("takes no body that is not JSON, or is too large", async () => {
    expect((await call("tags.list", "{")).status).toBe(400);
    expect((await call("tags.list", "")).status).toBe(400);
    const headers = {
      ...(await running.ownHeaders()),
      "Content-Type": "application/json",
      "Content-Length": "99999999",
    };
    const reply = await running.send({ method: "POST", path: "/rpc/tags.list", headers }).catch((error) => error);
    expect(reply.status).toBe(413);
  });

  it("takes no address that is not encoded as it should be", async () => {
    expect((await call("%E0%A4%A", "{}")).status).toBe(400);
  });
});
