import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { escapeLiteral, writeRawPdf } from "#fixtures/kit/raw-pdf.ts";
import { generateWordPages } from "#fixtures/volume.ts";

const SEED = 1977;
const FILES_PER_FOLDER = 250;

/** Writes the content of the file with a number; `words` are its own. */
type WriteContent = (number: number, words: string) => string | Uint8Array;

/** Kinds of files as they come in a trove, by the share of all that they have in hundredths. */
const KINDS: readonly { readonly share: number; readonly extension: string; readonly write: WriteContent }[] = [
  { share: 40, extension: "txt", write: (number, words) => `SPECIMEN note ${number}\n\n${words}\n` },
  { share: 25, extension: "eml", write: writeMessage },
  { share: 18, extension: "html", write: writeWebPage },
  { share: 15, extension: "csv", write: writeTable },
  { share: 2, extension: "pdf", write: writePdf },
];

function writeMessage(number: number, words: string): string {
  const minute = String(number % 60).padStart(2, "0");
  return [
    `From: clerk${number % 40}@specimen.example`,
    "To: registry@specimen.example",
    `Subject: SPECIMEN message ${number}`,
    `Date: Tue, 4 Mar 2025 09:${minute}:00 +0000`,
    `Message-ID: <${number}@specimen.example>`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    words,
    "",
  ].join("\r\n");
}

function writeWebPage(number: number, words: string): string {
  const paragraphs = words.split("\n").map((line) => `<p>${line}</p>`);
  const head = `<meta charset="utf-8"><title>SPECIMEN page ${number}</title>`;
  return `<!doctype html><html><head>${head}</head><body><h1>Page ${number}</h1>${paragraphs.join("")}</body></html>`;
}

function writeTable(number: number, words: string): string {
  const rows = words.split("\n").map((line, row) => `${number},${row + 1},"${line.replaceAll('"', "")}"`);
  return ["file,row,SPECIMEN text", ...rows, ""].join("\n");
}

function writePdf(number: number, words: string): Uint8Array {
  const lines = [`SPECIMEN page ${number}`, ...words.split("\n")].map((line) => `(${escapeLiteral(line)}) '`);
  const objects = [
    { dictionary: "<</Type/Catalog/Pages 2 0 R>>" },
    { dictionary: "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>>>" },
    { dictionary: "<</Type/Page/Parent 2 0 R/Contents 5 0 R>>" },
    { dictionary: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>" },
    { dictionary: "<<>>", stream: `BT /F1 11 Tf 14 TL 72 720 Td ${lines.join("\n")} ET` },
  ];
  return writeRawPdf(objects, 1);
}

/** The kind of a file: the kinds alternate, so that any part of the folder is mixed as the whole is. */
function kindOf(number: number): (typeof KINDS)[number] {
  // 37 and 100 have no divisor in common: a hundred files in a row are of every hundredth.
  let hundredth = (number * 37) % 100;
  for (const kind of KINDS) {
    if (hundredth < kind.share) return kind;
    hundredth -= kind.share;
  }
  throw new RangeError("the shares of the kinds are not a hundred hundredths");
}

/** Writes a folder of small files of many kinds, the same at every run. */
export async function writeSmallFiles(folder: string, count: number): Promise<void> {
  let number = 0;
  for (const text of generateWordPages(count, SEED)) {
    const { extension, write } = kindOf(number);
    const part = `part ${String(Math.floor(number / FILES_PER_FOLDER) + 1).padStart(2, "0")}`;
    const path = join(folder, part, `file-${String(number + 1).padStart(5, "0")}.${extension}`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, write(number, text.split("\n").slice(0, 12).join("\n")));
    number += 1;
  }
}
