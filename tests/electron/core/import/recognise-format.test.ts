import { describe, expect, test } from "vitest";
import { recogniseFormat } from "#core/import/recognise-format.ts";

function recognise(content: string | Uint8Array, fileName: string) {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  return recogniseFormat(bytes.subarray(0, 4_096), bytes.length, fileName);
}

const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const MAIL = "Received: from x\r\nFrom: a@example.org\r\nTo: b@example.org\r\nSubject: SPECIMEN\r\n\r\ntext\r\n";
const SAVED =
  "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=b\r\n\r\n--b\r\n";

describe("what is read", () => {
  test.each<readonly [format: string, fileName: string, content: string | Uint8Array]>([
    ["pdf", "a.bin", "%PDF-1.7\n"],
    ["pdf", "a.pdf", `${"junk\n".repeat(100)}%PDF-1.7\n1 0 obj`],
    ["png", "a.pdf", latin("\x89PNG\r\n\x1a\n")],
    ["jpeg", "a", latin("\xff\xd8\xff\xe0")],
    ["tiff", "a", latin("II*\0")],
    ["tiff", "a", latin("MM\0*")],
    ["webp", "a", latin("RIFF\x10\0\0\0WEBPVP8 ")],
    ["rtf", "a.pdf", "{\\rtf1 SPECIMEN}"],
    ["rtf", "a.doc", "\ufeff{\\rtf1 SPECIMEN}"],
    ["zip", "a.pdf", latin("PK\x03\x04\x14\0stored inside: %PDF-1.4 1 0 obj")],
    ["zip", "a.zip", latin("PK\x05\x06\0\0")],
    ["compound-file", "a.doc", latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0")],
    ["pst", "a", latin("!BDN\0\0")],
    ["mbox", "a", `From a@example.org Fri Mar 14 21:05:09 2025\n${MAIL}`],
    ["eml", "a.eml", `From a@example.org Fri Mar 14 21:05:09 2025\n${MAIL}`],
    ["eml", "a.txt", MAIL],
    ["eml", "a.emlx", `1234\n${MAIL}`],
    ["eml", "a.eml", "Subject: SPECIMEN\n\ntext"],
    ["mhtml", "a.mht", SAVED],
    ["html", "a", "\ufeff \n<?xml version='1.0'?>\n<!-- x --><!DOCTYPE html><p>SPECIMEN"],
    ["html", "a.htm", "SPECIMEN <b>page</b>"],
    ["html", "a", Buffer.from("\ufeff<html><p>SPECIMEN", "utf16le")],
    ["markdown", "a.md", "# SPECIMEN"],
    ["csv", "a.csv", "a,b\n1,2\n"],
    ["text", "a", "SPECIMEN"],
    ["text", "a.txt", "TO: The desk\nFROM: The mission\nDATE: today\n\nSPECIMEN memo"],
    ["text", "a.txt", "How a PDF begins: with %PDF-1.7 and a version."],
    ["text", "a", latin("SPECIMEN: a\xf1o, misi\xf3n\r\n")],
    ["text", "a", Buffer.from("SPECIMEN without a mark", "utf16le")],
    ["text", "a", `${"x".repeat(4_095)}ñ`],
  ])("%s in %s", (format, fileName, content) => {
    expect(recognise(content, fileName)).toEqual({ kind: "format", format });
  });
});

describe("what is not read", () => {
  test.each<readonly [note: string | null, fileName: string, content: string | Uint8Array]>([
    ["7z", "a.7z", latin("7z\xbc\xaf\x27\x1c%PDF-1.4 1 0 obj")],
    ["RAR", "a.rar", latin("Rar!\x1a\x07\0")],
    ["gzip", "a.gz", latin("\x1f\x8b\x08\0\0\0")],
    ["tar", "a.tar", latin(`${"a.pdf".padEnd(257, "\0")}ustar\0`)],
    ["GIF", "a.gif", latin("GIF89a\0\0")],
    ["BMP", "a.bmp", latin("BM\0\0\0\0")],
    ["HEIC", "a.heic", latin("\0\0\0\x18ftypheic")],
    ["MP4", "a.mp4", latin("\0\0\0\x18ftypisom")],
    ["MP3", "a.mp3", latin("ID3\x04\0\0")],
    ["ELF", "a", latin("\x7fELF\x02\x01")],
    ["Windows", "a.exe", latin("MZ\x90\0\x03")],
    ["SQLite", "a.db", latin("SQLite format 3\0")],
    ["WordPerfect", "a.wpd", latin("\xffWPC\0")],
    ["PostScript", "a.ps", "%!PS-Adobe-3.0"],
    ["DjVu", "a.djvu", latin("AT&TFORM\0\0")],
    ["BigTIFF", "a.tif", latin("II+\0")],
    ["TNEF", "winmail.dat", latin("x\x9f>\x22\0")],
    ["icon", "a.ico", latin("\0\0\x01\0\x01")],
    [null, "a.dat", latin("\x01\x02\x03\x04")],
    ["lock|open", "~$memo.docx", latin("\x05Ana E\0\0\0")],
    ["Finder", ".DS_Store", latin("\0\0\0\x01Bud1")],
    ["AppleDouble", "notes/._memo.docx", latin("\0\x05\x16\x07\0")],
    ["Windows", "Thumbs.db", latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")],
  ])("names %s in %s", (note, fileName, content) => {
    expect(recognise(content, fileName)).toEqual({
      kind: "refused",
      outcome: "skipped",
      reason: "import/unsupported-kind",
      note: note === null ? null : expect.stringMatching(new RegExp(note, "u")),
    });
  });

  test.each<readonly [string, string | Uint8Array]>([
    ["the rest of a PDF without its beginning", "3 0 obj <</Length 5>> endobj\nstartxref\n0\n"],
    ["bytes without a meaning", latin("\x01\x02\x03")],
    ["a program", latin("MZ\x90\0")],
  ])("a file that is named as a PDF and is %s has failed", (_, content) => {
    expect(recognise(content, "A.PDF")).toMatchObject({ outcome: "failed", reason: "import/not-a-pdf" });
  });

  test("an empty file has failed", () => {
    expect(recognise("", "a.txt")).toMatchObject({ outcome: "failed", reason: "import/empty" });
  });
});
