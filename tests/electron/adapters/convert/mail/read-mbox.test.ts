import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMbox } from "#adapters/convert/mail/read-mbox.ts";
import { expectFailure } from "../../../../support/expect-failure.ts";
import { setUpTempFolder } from "../../../../support/temp-folder.ts";
import { collectChildren } from "../collected-children.ts";

async function read(mailbox: string, depth = 0) {
  const path = join(setUpTempFolder(), "box.mbox");
  writeFileSync(path, mailbox);
  return readPath(path, depth);
}

async function readPath(path: string, depth = 0) {
  const children = collectChildren();
  const input = { bytes: new Uint8Array(0), path, fileName: "box.mbox", depth, children, progress: () => undefined };
  return { converted: await readMbox(input), children };
}

/** As mboxrd writes it (every line of `>`s and `From ` gets one `>` more). */
function writeMailbox(messages: readonly string[]): string {
  return messages
    .map((text) => `From a@example.org Fri Mar 14 21:05:09 2025\n${text.replaceAll(/^(>*From )/gmu, ">$1")}\n`)
    .join("");
}

const message = (subject: string, body: string): string => `From: a@example.org\nSubject: ${subject}\n\n${body}\n`;

describe("a mailbox", () => {
  test("gives each message with its own bytes, named by number and subject, and lists them", async () => {
    const messages = [
      message("=?utf-8?Q?El_a=C3=B1o?=", "From the desk\n\n>From another\n"),
      message("Two/three", "end"),
    ];
    const { converted, children } = await read(writeMailbox(messages));
    expect(children.files.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
      ["0001 El año.eml", messages[0]],
      ["0002 Two-three.eml", messages[1]],
    ]);
    expect(converted.format).toBe("mbox");
    expect(JSON.stringify(converted.content)).toContain("El año");
  });

  test("is not split at a sentence that begins with From", async () => {
    const body = "First.\n\nFrom what was said in 2024\nnothing follows.\n";
    const { children } = await read(`From - Fri Mar 14 21:05:09 2025\n${message("One", body)}`);
    expect(children.files).toHaveLength(1);
    expect(children.files[0]?.bytes.toString()).toContain("From what was said in 2024");
  });

  test("is refused when no message begins in it", async () => {
    await expectFailure("import/corrupt", () => read("SPECIMEN\nFrom nowhere\n"));
  });

  test("in the third container hands out nothing", async () => {
    const { children } = await read(writeMailbox([message("One", "x"), message("Two", "y")]), 3);
    expect(children.files).toEqual([]);
    expect(children.refused.map(({ name, reason }) => [name, reason])).toEqual([
      ["0001 One.eml", "import/nested-too-deep"],
      ["0002 Two.eml", "import/nested-too-deep"],
    ]);
  });

  test("with lines and messages longer than what is read at a time", async () => {
    const long = message("Long", `${"x".repeat(2_500_000)}\n${"From y\n".repeat(10)}${"word ".repeat(300_000)}`);
    const { children } = await read(writeMailbox([long, message("Short", "y")]));
    expect(children.files.map(({ bytes }) => bytes.toString() === long)).toEqual([true, false]);
    expect(children.files).toHaveLength(2);
  });

  test("gives back whatever messages were written into it", async () => {
    const path = join(setUpTempFolder(), "box.mbox");
    const line = fc.oneof(
      fc.constantFrom(
        "",
        "From a@example.org Fri Mar 14 21:05:09 2025",
        ">From b",
        ">>From c 2020",
        "X: y",
        "--b",
        "text",
      ),
      fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\r\n]/gu, "")),
    );
    const body = fc.array(line, { maxLength: 12 }).map((lines) => message("S", lines.join("\n")));
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 5 }), async (messages) => {
        writeFileSync(path, writeMailbox(messages));
        const { children } = await readPath(path);
        expect(children.files.map(({ bytes }) => bytes.toString())).toEqual(messages);
      }),
      { numRuns: 150 },
    );
  });
});
