import { describe, expect, test } from "vitest";
import type { DocumentMetadata } from "#shared/model/document.ts";
import type { MessageHeaders, SourceFormat } from "#shared/model/format.ts";
import { createFieldCollector } from "#shared/text/propose-fields.ts";
import { understandText } from "../../support/understand-text.ts";

const METADATA: DocumentMetadata = {
  title: null,
  author: null,
  subject: null,
  keywords: null,
  creator: null,
  producer: null,
  created: null,
  modified: null,
};

function propose(
  pages: readonly string[],
  file: {
    readonly format?: SourceFormat;
    readonly metadata?: Partial<DocumentMetadata>;
    readonly headers?: MessageHeaders | null;
  } = {},
) {
  const collector = createFieldCollector();
  for (const [index, text] of pages.entries()) {
    const { detections, language } = understandText(text);
    collector.add({ page: index + 1, label: null, text, detections, language });
  }
  return collector.finish({
    fileName: "scan0001.pdf",
    format: file.format ?? "pdf",
    metadata: { ...METADATA, ...file.metadata },
    headers: file.headers ?? null,
  });
}

const CAPTION =
  "UNITED STATES DISTRICT COURT\nFOR THE DISTRICT OF COLUMBIA\n\nJ. DOE 1,\nPlaintiff,\n\nv.\n\nDEPARTMENT OF TRANSFERS,\nDefendant.\n\nCase No. 1:25-cv-00001-ABC\n\n";
const stamp = (page: number, document = "81-2") =>
  `\n\nCase 1:25-cv-00001-ABC Document ${document} Filed 07/07/25 Page ${page} of 2`;

describe("fields of a filing", () => {
  test.each([
    [
      "COMPLAINT FOR DECLARATORY AND\nINJUNCTIVE RELIEF",
      "complaint",
      "COMPLAINT FOR DECLARATORY AND INJUNCTIVE RELIEF",
    ],
    ["DEFENDANTS’ MOTION TO DISMISS", "motion", "DEFENDANTS’ MOTION TO DISMISS"],
    ["MEMORANDUM OPINION", "opinion", "MEMORANDUM OPINION"],
    ["TEMPORARY RESTRAINING ORDER", "order", "TEMPORARY RESTRAINING ORDER"],
    ["DECLARATION OF CORIN HALLOWMERE", "declaration", "DECLARATION OF CORIN HALLOWMERE"],
    ["TRANSCRIPT OF HEARING", "transcript", "TRANSCRIPT OF HEARING"],
    ["Exhibit A", "exhibit", "Exhibit A"],
  ])("%s", (heading, kind, title) => {
    expect(propose([`${CAPTION}${heading}\n\nThe parties say as follows.${stamp(1)}`])).toMatchObject({
      kind,
      title,
      court: "UNITED STATES DISTRICT COURT FOR THE DISTRICT OF COLUMBIA",
      caseNumber: "1:25-cv-00001-ABC",
      ecfNumber: "81-2",
      date: "2025-07-07",
    });
  });

  test("the person who declares is the author", () => {
    expect(propose([`${CAPTION}DECLARATION OF CORIN HALLOWMERE\n\nI say.`]).author).toBe("CORIN HALLOWMERE");
  });

  test("a title that the file declares wins when it says something", () => {
    const page = `${CAPTION}MOTION TO DISMISS\n\nText.`;
    expect(propose([page], { metadata: { title: "Motion to Dismiss the Complaint" } }).title).toBe(
      "Motion to Dismiss the Complaint",
    );
    expect(propose([page], { metadata: { title: "Microsoft Word - motion_v7.docx" } }).title).toBe("MOTION TO DISMISS");
  });
});

describe("fields of other documents", () => {
  test("a diplomatic note: its number, sender, and the date of its last page", () => {
    const fields = propose([
      `MINISTRY OF FOREIGN AFFAIRS\n\nNo. 44/2025\n\nNOTE VERBALE\n\nThe Ministry of Foreign Affairs of Costaverde presents its compliments to the Embassy of Valmere and has the honor to write.${stamp(1)}`,
      `The Ministry avails itself of this opportunity.\n\nPuerto Claro, 13 March 2025${stamp(2)}`,
    ]);
    expect(fields).toMatchObject({
      kind: "diplomatic-note",
      title: "Note Verbale 44/2025",
      noteNumber: "44/2025",
      author: "Ministry of Foreign Affairs of Costaverde",
      date: "2025-03-13",
      ecfNumber: "81-2",
      language: "eng",
    });
  });

  test("production numbers run from first to last page, or are not believed", () => {
    expect(propose(["First page of it.\n\nCV-000118", "Second page of it.\n\nCV-000119"])).toMatchObject({
      batesBegin: "CV-000118",
      batesEnd: "CV-000119",
    });
    expect(propose(["First page.\n\nCV-000118", "Second page.\n\nCV-000118"])).toMatchObject({
      batesBegin: null,
      batesEnd: null,
    });
  });

  test("a release by its exemption codes, a letter by its salutation", () => {
    expect(propose(["Text (b)(5) more.\n\nRELEASED IN PART", "Withheld in full\n(b)(1)"]).kind).toBe("foia-release");
    expect(propose(["DEPARTMENT OF TRANSFERS\n\nApril 2, 2025\n\nDear Chair,\n\nThank you."])).toMatchObject({
      kind: "letter",
      date: "2025-04-02",
      court: "DEPARTMENT OF TRANSFERS",
    });
  });

  test("a message by its headers", () => {
    const headers: MessageHeaders = {
      from: "Odile Kestrell <odile@example.org>",
      to: [],
      cc: [],
      bcc: [],
      subject: "Yesterday",
      date: "2025-02-27T09:12:00-05:00",
      messageId: null,
      inReplyTo: null,
      references: [],
    };
    expect(propose(["The meeting went better than the lunch."], { format: "eml", headers })).toMatchObject({
      kind: "email",
      title: "Yesterday",
      author: "Odile Kestrell <odile@example.org>",
      date: "2025-02-27",
    });
  });

  test.each([
    ["zip", "container"],
    ["csv", "table"],
    ["html", "web-page"],
  ] as const)("%s", (format, kind) => {
    expect(propose(["A line of it"], { format }).kind).toBe(kind);
  });

  test("the classification that most pages bear", () => {
    expect(propose(["SECRET\n\nText of it.", "SECRET\n\nMore.", "UNCLASSIFIED\n\nEnd."]).classification).toBe("SECRET");
  });

  test("nothing is invented for a page that says nothing", () => {
    expect(propose(["Notes."])).toMatchObject({
      kind: "other",
      title: null,
      date: null,
      court: null,
      caseNumber: null,
    });
  });
});
