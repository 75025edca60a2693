import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, watch, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeTelegram } from "#fixtures/scans/scans.ts";
import { buildZip } from "../electron/adapters/convert/archive/build-zip.ts";
import { buildCompoundFile, fixedProperties, textProperty } from "../electron/adapters/convert/mail/build-msg.ts";
import { buildDocx, para, run } from "../electron/adapters/convert/office/build-docx.ts";
import { setUpTempFolder } from "../support/temp-folder.ts";
import { filesBelow } from "./import-folder.ts";
import { makeReachingDocuments } from "./reaching-documents.ts";

const CANARY = "heliotrope-canary-sings-at-noon";

/** A document of each format with the canary in its text, its properties and the names inside of it. */
function makeCanaryDocuments(): Readonly<Record<string, Uint8Array>> {
  const message = buildCompoundFile({
    streams: {
      ...textProperty("001A", "IPM.Note"),
      ...textProperty("0037", CANARY),
      ...textProperty("1000", `SPECIMEN ${CANARY}`),
      ...fixedProperties(32, [[0x0e_06_00_40, 133_000_000_000_000_000n]]),
    },
  });
  const made = makeReachingDocuments({
    origin: `http://127.0.0.1:9/${CANARY}`,
    secretText: `/nowhere/${CANARY}`,
    secretPicture: `/nowhere/${CANARY}.png`,
  });
  const whole: Record<string, Uint8Array> = {
    ...Object.fromEntries(Object.entries(made).map(([name, content]) => [name, Buffer.from(content)])),
    "words.txt": Buffer.from(`SPECIMEN ${CANARY}\n`),
    "words.docx": buildDocx(para(run(CANARY))),
    "packed.zip": buildZip([{ name: `${CANARY}.txt`, content: Buffer.from(CANARY) }]),
    "message.msg": message,
  };
  // Damaged ones say more than sound ones do.
  const cut = Object.entries(whole).map(([name, bytes]) => [
    `cut/${name}`,
    bytes.subarray(0, Math.floor(bytes.length * 0.7)),
  ]);
  const torn = Object.entries(whole).map(([name, bytes]) => {
    const damaged = Buffer.from(bytes);
    const at = Math.floor(bytes.length * 0.4);
    damaged.fill(0xff, at, at + 12);
    return [`torn/${name}`, damaged];
  });
  return { ...whole, ...Object.fromEntries([...cut, ...torn]) };
}

/** Imports documents with a program of its own; gives what it left beside the case. */
async function importBeside(documents: Readonly<Record<string, Uint8Array>>, engine: "none" | "built-in" | "system") {
  const root = setUpTempFolder();
  const [given, home, temporary] = ["given", "home", "temporary"].map((name) => join(root, name));
  if (given === undefined || home === undefined || temporary === undefined) throw new Error("no folders");
  for (const [name, bytes] of Object.entries(documents)) {
    mkdirSync(dirname(join(given, name)), { recursive: true });
    writeFileSync(join(given, name), bytes);
  }
  mkdirSync(home);
  mkdirSync(temporary);
  const passing = new Set<string>();
  const watcher = watch(temporary, { recursive: true }, (_, name) => passing.add(name ?? ""));
  onTestFinished(() => watcher.close());
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "canary-child.ts"), join(root, "case"), given, engine],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env["PATH"], PROBATIVE_HOME: home, TMPDIR: temporary, NODE_NO_WARNINGS: "1" },
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const exitCode = await new Promise<number | null>((done) => child.once("close", done));
  return { exitCode, said, passing: [...passing], left: readdirSync(temporary), kept: filesBelow(home), root };
}

test("what documents of every format say reaches no log, no output and no temporary folder (safety, I6)", {
  timeout: 120_000,
}, async () => {
  const { exitCode, said, passing, left, kept, root } = await importBeside(makeCanaryDocuments(), "none");
  expect({ exitCode, said, passing, left }).toEqual({ exitCode: 0, said: "", passing: [], left: [] });
  expect(kept.filter(({ bytes }) => bytes.includes("canary")).map(({ path }) => path)).toEqual([]);
  // It was read: the case has it.
  expect(filesBelow(join(root, "case")).some(({ bytes }) => bytes.includes(CANARY))).toBe(true);
});

test("what OCR reads reaches no log, no output and no temporary folder (safety, I6)", {
  timeout: 180_000,
}, async () => {
  const { exitCode, said, passing, left, kept, root } = await importBeside(
    { "telegram.pdf": await makeTelegram() },
    "built-in",
  );
  expect({ exitCode, said, passing, left }).toEqual({ exitCode: 0, said: "", passing: [], left: [] });
  const words = ["TELEGRAM", "EMBASSY", "PUERTO CLARO"];
  expect(kept.filter(({ bytes }) => words.some((word) => bytes.includes(word)))).toEqual([]);
  const index = filesBelow(join(root, "case")).filter(({ path }) => !path.includes("originals"));
  expect(index.some(({ bytes }) => bytes.includes("EMBASSY"))).toBe(true);
});
