import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import type { WriteStream } from "node:tty";
import { describe, expect, it } from "vitest";
import { flush, outputOf } from "#hosts/cli/process-terminal.ts";

function asStream(parts: object): WriteStream {
  return Object.assign(new EventEmitter(), parts) as unknown as WriteStream;
}

describe("a stream of the process", () => {
  it("follows the width of its window, and assumes one where there is none", () => {
    const stream = { isTTY: true, columns: 120 };
    const source = asStream(stream);
    const output = outputOf(source);
    expect([output.isTerminal, output.columns]).toEqual([true, 120]);
    source.columns = 60;
    expect(output.columns).toBe(60);
    source.columns = 0;
    expect(output.columns).toBe(100);
    expect(outputOf(asStream({})).isTerminal).toBe(false);
  });

  it("is not upset by a reader that goes away early, but by every other failure", () => {
    const stream = asStream({});
    outputOf(stream);
    expect(() => stream.emit("error", Object.assign(new Error("gone"), { code: "EPIPE" }))).not.toThrow();
    expect(() => stream.emit("error", Object.assign(new Error("disk"), { code: "EIO" }))).toThrow("disk");
  });

  it("is flushed when all of it was taken", async () => {
    const stream = new PassThrough();
    stream.write("text");
    await flush(stream as unknown as WriteStream);
    expect(String(stream.read())).toBe("text");
  });
});
