import { describe, expect, test } from "vitest";
import { type DocumentMetadata, NO_METADATA } from "#shared/model/document.ts";
import type { MessageHeaders, SourceFormat } from "#shared/model/format.ts";
import { createFieldCollector } from "#shared/text/propose-fields.ts";
import { understandText } from "../../support/understand-text.ts";

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
    metadata: { ...NO_METADATA, ...file.metadata },
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
      court: "United States District Court for the District of Columbia",
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
      court: "Department of Transfers",
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

describe("kinds", () => {
  const file = { metadata: { created: "2026-01-05T10:00:00Z" } };

  test.each([
    ["a memorandum to somebody", "MEMORANDUM FOR: The Under Secretary\n\nWe counted again.", "letter"],
    [
      "a memorandum by its heads",
      "What we say\nTo: Maren Tolliver, Under Secretary. From: The Press Office.\n\nText.",
      "letter",
    ],
    [
      "a memorandum whose heads fill lines",
      "To: The Board\nFrom: The Counsel\nRe: Notice\nDate: June 22, 2015\n\nText.",
      "letter",
    ],
    ["a memorandum of law", `${CAPTION}MEMORANDUM IN SUPPORT OF THE MOTION\n\nText.`, "motion"],
    ["a telegram", "TELEGRAM\n\nTO EMBASSY PUERTO CLARO\nCONFIRM NUMBER STOP\nREPLY RECEIVED 0455 ZULU", "letter"],
    ["a letter to parties", "RE: Doe v. Roe\n\nTo All Parties:\n\nEnclosed is a form.", "letter"],
    [
      "a letter that only its end shows",
      "Ropewalk Lane 9\nCapital\n\nText of it.\n\nVery truly yours,\nAda Quill",
      "letter",
    ],
    ["a Spanish letter", "Señoras y señores:\n\nRemitimos los documentos.", "letter"],
    ["a printed message", "From: A Person\nSent: Monday\nTo: B Person\nSubject: Beds\n\nText.", "email"],
    [
      "a printed answer",
      "Text of the answer.\nFrom: A Person\nSent: Monday, March 3, 2025\nTo: B Person\n\nText.",
      "email",
    ],
    ["a message as it was sent", "Received: from mail.example.org\nDate: Mon, 3 Mar 2025\n\nText.", "email"],
    ["an agency's report", "OFFICE OF COUNTING\nAnnual Counting of the Act Report\nFiscal Year 2014", "report"],
    ["minutes of a court", `${CAPTION}**AMENDED** CIVIL MINUTES - GENERAL\n\nText.`, "order"],
    [
      "a released record",
      "| 2025 RELEASE UNDER THE PRESIDENT OF VALMERE RECORDS ACT OF 1992 |\n\nDear Chair,",
      "foia-release",
    ],
    [
      "rows of figures",
      "Voucher Date Amount\n1 2025-03-07 Standby 186,400\n2 2025-03-10 Standby 310,650\n3 2025-03-12 Apron 22,075\n4 2025-03-14 Escort 48,300\n5 2025-03-17 Hours 742,918\n6 2025-03-19 Grant 4,760,000",
      "table",
    ],
    ["a statute", "§ 2000 TITLE 42 THE PUBLIC HEALTH\n\nThe Board shall meet in 1999 and in 2001.", "other"],
  ])("%s", (_, text, kind) => {
    expect(propose([text], file).kind).toBe(kind);
  });

  test("an attachment without a caption of its own is an exhibit; one that says what it is stays that", () => {
    expect(propose([`TELEGRAM\n\nCONFIRM NUMBER STOP\nREPLY RECEIVED 0455 ZULU${stamp(1)}`])).toMatchObject({
      kind: "exhibit",
      ecfNumber: "81-2",
      date: "2025-07-07",
    });
    expect(propose([stamp(1)]).kind).toBe("exhibit");
    expect(propose([`Dear Chair,\n\nThank you.${stamp(1)}`]).kind).toBe("letter");
    expect(propose([`Some sheet of it.${stamp(1, "81")}`]).kind).toBe("other");
  });

  test("nothing is proposed for pages on which nothing was read", () => {
    expect(propose(["", ""], file)).toMatchObject({ kind: null, date: null });
    expect(propose([stamp(1, "81")])).toMatchObject({ kind: null, ecfNumber: "81", date: "2025-07-07" });
  });

  test("a notice that a court's system mailed, kept as a page", () => {
    const notice = "This is an automatic e-mail message generated by the CM/ECF system.";
    expect(propose([notice], { format: "html" }).kind).toBe("email");
  });
});

describe("dates", () => {
  const scanned = { metadata: { created: "2026-01-05T10:00:00Z" } };

  test.each([
    ["alone on its line", "DEPARTMENT OF TRANSFERS\n\nApril 2, 2025\n\nThe Chair\n\nDear Chair,", "2025-04-02"],
    ["after a place", "Señores:\n\nRemitimos dos páginas.\n\nPuerto Claro, 12 de junio de 2025", "2025-06-12"],
    ["after a word", "MEMO FOR: The File\nDate: March 17, 2025\n\nText of May 1, 2024.", "2025-03-17"],
    ["in a title", "OFFICE OF FLIGHTS\nFlight log, 15 March 2025\n\nPrinted later.", "2025-03-15"],
    ["beside a place", "A post of the ministry\n1:08 a. m. · 16 mar. 2025 · Puerto Claro", "2025-03-16"],
    ["with its weekday", "Book 14, sheet 61\nSaturday, 15 March 2025\n\nText.", "2025-03-15"],
    ["on the cover of a report", "Report on the Use of Beds\n\nFebruary 2020", "2020-02"],
    ["in a sentence, which is none", "We met on April 2, 2025 in the hall and wrote nothing down.", null],
    ["nowhere: a PDF may be a scan", "Dear Chair,\n\nThank you.", null],
  ])("%s", (_, text, date) => {
    expect(propose([text], scanned).date).toBe(date);
  });

  test("opinions bear two days; the day of the decision is theirs", () => {
    const opinion =
      "UNITED STATES COURT OF APPEALS\nFOR THE\nSECOND CIRCUIT\n\nArgued December 10, 2009 Decided February 5, 2010\n\nBefore: HALL and STONE, Circuit Judges.";
    expect(propose([opinion])).toMatchObject({
      kind: "opinion",
      date: "2010-02-05",
      court: "United States Court of Appeals for the Second Circuit",
    });
  });

  test("of two stamps the later is the document's own", () => {
    const twice = `${CAPTION}ORDER\n\nText.${stamp(1, "26").replace("07/07/25", "06/01/25")}${stamp(1, "27")}`;
    expect(propose([twice])).toMatchObject({ ecfNumber: "27", date: "2025-07-07" });
  });

  test("what a word processor wrote serves where the pages name no day; a web page says its own", () => {
    const written = { format: "docx", metadata: { created: "2025-03-20T08:00:00Z" } } as const;
    expect(propose(["Text of it."], written).date).toBe("2025-03-20");
    expect(propose(["Text of March 1, 2025 and later."], written).date).toBeNull();
    expect(propose(["Text of it."], { ...written, format: "html" }).date).toBe("2025-03-20");
  });
});

describe("released records", () => {
  const form = (rest: string) => `ASSASSINATION SYSTEM\nIDENTIFICATION FORM\n\nDate: 08/26/2015\n${rest}`;

  test("their sheet says agency, title and date", () => {
    const sheet = form(
      "AGENCY : ARMY\nRECORD NUMBER : 198-10000-10000\nTITLE : CENSUS OF BEDS\nDATE : 10/14/1963\nPAGES : 20",
    );
    expect(propose([sheet])).toMatchObject({
      kind: "foia-release",
      court: "ARMY",
      title: "CENSUS OF BEDS",
      date: "1963-10-14",
    });
  });

  test("a sheet whose columns came apart", () => {
    const sheet = form(
      "AGENCY :\nRECORD NUMBER :\nTITLE :\nDATE :\nPAGES :\nNARA\n176-10000-10000\n10/30/1963\n4\nSome box",
    );
    expect(propose([sheet])).toMatchObject({ court: "NARA", title: null, date: "1963-10-30" });
  });
});

describe("titles", () => {
  test.each([
    [
      "subject of a letter",
      "Re: Transfers of persons to the north\n\nDear Chair,\n\nText.",
      "Transfers of persons to the north",
    ],
    [
      "case of an opinion",
      "UNITED STATES COURT OF APPEALS\n\nROSA LIND,\nPlaintiff-Appellant,\n\nv.\n\nADA QUILL, in her official capacity as Clerk,\nDefendant-Appellee.\n\nBefore HALL, Circuit Judge.",
      "ROSA LIND v. ADA QUILL",
    ],
    [
      "without the page's number",
      `${CAPTION}MOTION FOR CLASS CERTIFICATION 3\n\nText.`,
      "MOTION FOR CLASS CERTIFICATION",
    ],
  ])("%s", (_, text, title) => {
    expect(propose([text]).title).toBe(title);
  });

  test("a docket is called what stands above it, not what the court's program is called", () => {
    const docket = "Log Out\nCIVIL DOCKET FOR CASE #: 1:25-cv-00001-ABC\nDoe v. Roe";
    expect(propose([docket], { format: "html", metadata: { title: "ABCD-ECF" } }).title).toBe(
      "CIVIL DOCKET FOR CASE #: 1:25-cv-00001-ABC",
    );
  });

  test.each(["10811.exe", "035119339023", "brief_final-2", "picture.png", "Adobe Photoshop PDF", "..."])(
    "%s says nothing",
    (title) => {
      expect(propose([`${CAPTION}ORDER\n\nText.`], { metadata: { title } }).title).toBe("ORDER");
    },
  );

  test("titles in other scripts are titles", () => {
    expect(propose(["Text."], { metadata: { title: "まみむめも" } }).title).toBe("まみむめも");
  });
});

describe("authors", () => {
  const letter = "April 2, 2025\n\nDear Chair,\n\nThank you.\n\nSincerely,\n\n";

  test.each([
    ["who signed the letter", `${letter}Roderic Fennimore\nAssistant`, "Harbor Office", "Roderic Fennimore"],
    ["a signature that is none", `${letter}Clerk of the Court\n`, "Harbor Office", "Harbor Office"],
    ["an account", `${CAPTION}ORDER\n\nText.`, "dgoltz", null],
    ["a machine", `${CAPTION}ORDER\n\nText.`, "Windows User", null],
    ["a name", `${CAPTION}ORDER\n\nText.`, "Wilhelmina Strand", "Wilhelmina Strand"],
  ])("%s", (_, text, author, expected) => {
    expect(propose([text], { metadata: { author } }).author).toBe(expected);
  });
});

describe("courts and agencies", () => {
  test.each([
    ["OFFICE OF FLIGHTS · CAPITAL\n\nText.", "Office of Flights"],
    ["Privacy and Civil Liberties\nOversight Board\n\nText.", "Privacy and Civil Liberties Oversight Board"],
    [
      "1 DISTRICT COURT OF THE UNION\n2 FOR THE DISTRICT OF CAPITAL\n3\n4 J. DOE",
      "District Court of the Union for the District of Capital",
    ],
    ["April 2, 2025\n\nDepartment of Transfers\n\nDear Chair,", null],
    ["Court\nPublic filings", null],
  ])("%j", (text, court) => {
    expect(propose([text]).court).toBe(court);
  });

  test("numbers in the cells of a table are no case number", () => {
    expect(propose(["Docket No. 25-1001"], { format: "csv" }).caseNumber).toBeNull();
  });
});
