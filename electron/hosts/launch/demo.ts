import { spawn } from "node:child_process";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { OutputOf } from "#shared/contract/contract.ts";
import { ensureBuiltOrExit } from "../build/ensure-built.ts";

/**
 * `npm run demo`: the whole main job on the sample documents by the command line, each command printed before it runs.
 * Its one value is the folder that it names at the end.
 */

const root = resolve(import.meta.dirname, "../../..");
const script = join(root, "electron/hosts/cli/probative.mjs");

/** Runs one command with `--json` and answers with its value; ends the demo when it fails. */
async function run(words: readonly string[]): Promise<unknown> {
  say(`\n$ probative ${words.map(quote).join(" ")}`);
  const child = spawn(process.execPath, [script, ...words, "--json"], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const exitCode = await new Promise<number | null>((done) => child.once("close", done));
  if (exitCode === 0) return JSON.parse(output);
  say(output.trim());
  process.exit(exitCode ?? 1);
}

const LONGEST_SENTENCE = 300;

/** The sentence around a hit; in a table, which has none, its line. */
function sentenceAround(text: string, start: number): string {
  const sentence = pieceAround(text, start, /[.?!]["”’]?\s|\n\n/g);
  return sentence.length <= LONGEST_SENTENCE ? sentence : pieceAround(text, start, /\n/g);
}

function pieceAround(text: string, start: number, boundary: RegExp): string {
  const ends = [...text.matchAll(boundary)].map((match) => match.index + match[0].length);
  return text
    .slice(
      ends.findLast((end) => end <= start) ?? 0,
      ends.find((end) => end > start),
    )
    .trim();
}

function quote(word: string): string {
  return /^[\w./:=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const sampleSchema = z.object({
  account: z.object({ given: z.number(), imported: z.number(), failed: z.number(), pages: z.number() }),
});

await ensureBuiltOrExit(root);
const folder = await mkdtemp(join(tmpdir(), "probative-demo-"));
const matter = join(folder, "sample.probative");
const exportsFolder = join(folder, "exports");
await mkdir(exportsFolder);
const inCase = ["--case", matter];

const { account } = sampleSchema.parse(await run(["case", "create-sample", matter]));
say(`  ${account.imported} of ${account.given} documents imported, ${account.pages} pages, ${account.failed} failed`);

// What was paid: the sources of the sample disagree about it on purpose.
const QUERY = '"4,760,000" OR "six million" OR "no sum"';
const found = (await run([
  "search",
  "query",
  QUERY,
  ...inCase,
  "--limit",
  "3",
  "--pages-each",
  "1",
])) as OutputOf<"search.query">;
say(`  ${found.hits} hits on ${found.pages} pages of ${found.documents} documents`);

const brief = (await run([
  "briefs",
  "create",
  ...inCase,
  "--title",
  "What was paid for the transfers",
])) as OutputOf<"briefs.create">;

for (const { documentId, page, hits } of found.groups.flatMap((group) => group.pages)) {
  const pageText = (await run([
    "documents",
    "page",
    documentId,
    String(page),
    ...inCase,
  ])) as OutputOf<"documents.page">;
  const words = sentenceAround(pageText.text, hits[0]?.start ?? 0);
  const passage = (await run([
    ...["passages", "create", ...inCase, "--document", documentId, "--page", String(page)],
    ...["--quote", words, "--tag", "Payments", "--note", "What was paid, by this source"],
  ])) as OutputOf<"passages.create">;
  say(`  tagged: ${passage.citation}`);
  const place = ["--brief", brief.briefId, "--passage", passage.passageId, "--section", "What was paid"];
  await run(["briefs", "add", ...inCase, ...place]);
}

const shown = (await run(["briefs", "show", brief.briefId, ...inCase])) as OutputOf<"briefs.show">;
say(`  ${shown.checks.verified} quotations verified, ${shown.checks.altered} altered`);

const [first] = found.groups;
if (first !== undefined) {
  const out = join(exportsFolder, "annotated.pdf");
  await run(["export", "annotated", ...inCase, "--document", first.documentId, "--out", out]);
}
for (const format of ["pdf", "md"]) {
  const out = join(exportsFolder, `brief.${format}`);
  await run(["export", "brief", ...inCase, "--brief", brief.briefId, "--format", format, "--out", out]);
}
await run(["case", "verify", ...inCase]);

say(`\nThe case is in    ${matter}`);
say(`The exports are in ${exportsFolder}`);
say(`Open the case with: probative serve --case ${quote(matter)}`);
