import { z } from "zod";

/** A day, month or year, or a minute of a day: ISO 8601, cut at its precision (`2025`, `2025-03`, `2025-03-15`, `2025-03-15T18:47`). */
export const partialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?$/u);

/** What a court's system prints on each page of a filing. Numbers are as printed. */
const ecfStamp = z.object({
  kind: z.literal("ecf-stamp"),
  caseNumber: z.string(),
  document: z.string(),
  /** Number of the attachment (`81-2` has `2`), or null. */
  attachment: z.string().nullable(),
  filed: partialDateSchema.nullable(),
  page: z.number().int().positive().nullable(),
  pages: z.number().int().positive().nullable(),
});
const appellateStamp = z.object({
  kind: z.literal("appellate-stamp"),
  /** As printed, e.g. `USCA Case`, `Case`, `Appeal`. */
  court: z.string(),
  caseNumber: z.string(),
  document: z.string().nullable(),
  filed: partialDateSchema.nullable(),
  page: z.number().int().positive().nullable(),
  pages: z.number().int().positive().nullable(),
});
const pageId = z.object({ kind: z.literal("page-id"), number: z.number().int().nonnegative() });
const bates = z.object({
  kind: z.literal("bates"),
  /** What stands before the digits, with its separators, e.g. `DHS-FOIA-`. */
  prefix: z.string(),
  /** Digits as printed, with leading zeros. */
  digits: z.string(),
  number: z.number().int().nonnegative(),
});
const printedPage = z.object({ kind: z.literal("printed-page"), label: z.string() });
/** One numbered line of a transcript; the range is the line's text. */
const transcriptLine = z.object({
  kind: z.literal("transcript-line"),
  /** The transcript's own page number, or null. */
  transcriptPage: z.number().int().positive().nullable(),
  line: z.number().int().positive(),
});
/** The number of a numbered paragraph of a pleading. */
const paragraph = z.object({ kind: z.literal("paragraph"), number: z.number().int().positive() });
const exemption = z.object({
  kind: z.literal("exemption"),
  law: z.enum(["foia", "privacy-act", "executive-order", "withholding"]),
  /** In the usual form: `(b)(7)(C)`, `(j)(2)`, `1.4(c)`; for a withholding its words: `Withheld in full`. */
  code: z.string(),
});
const classification = z.object({ kind: z.literal("classification"), mark: z.string() });
/** Identity of a diplomatic note. The range is its number, or its first line when it bears none. */
const note = z.object({
  kind: z.literal("diplomatic-note"),
  form: z.enum(["note-verbale", "first-person"]),
  number: z.string().nullable(),
  sender: z.string().nullable(),
  addressee: z.string().nullable(),
  place: z.string().nullable(),
  date: partialDateSchema.nullable(),
});
const date = z.object({
  kind: z.literal("date"),
  value: partialDateSchema,
  precision: z.enum(["year", "month", "day", "minute", "second"]),
});
const money = z.object({
  kind: z.literal("money"),
  /** Decimal number without grouping, e.g. `4760000`. */
  amount: z.string(),
  /** ISO 4217. */
  currency: z.string(),
});
const count = z.object({
  kind: z.literal("count"),
  number: z.number().nonnegative(),
  /** `exact`, or how the text qualifies it. */
  bound: z.enum(["exact", "about", "at-least", "at-most"]),
  /** What is counted, as written, e.g. `Venezuelans`. */
  noun: z.string(),
});
const named = z.object({
  kind: z.enum(["docket-number", "statute", "reporter", "email", "phone", "a-number"]),
  /** In its usual form. */
  value: z.string(),
});

/** What a detector found. Values are as printed unless said otherwise. */
export const detectedValueSchema = z.discriminatedUnion("kind", [
  ecfStamp,
  appellateStamp,
  pageId,
  bates,
  printedPage,
  transcriptLine,
  paragraph,
  exemption,
  classification,
  note,
  date,
  money,
  count,
  named,
]);
export type DetectedValue = z.infer<typeof detectedValueSchema>;
export type DetectionKind = DetectedValue["kind"];

/** Something that a page says about itself or mentions, with its place: offsets into the page's text, end exclusive. */
export const detectionSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  value: detectedValueSchema,
});
export type Detection = z.infer<typeof detectionSchema>;

/** What a document is, in the words of the field. */
export const documentKindSchema = z.enum([
  "complaint",
  "motion",
  "order",
  "opinion",
  "declaration",
  "transcript",
  "exhibit",
  "diplomatic-note",
  "foia-release",
  "email",
  "web-page",
  "report",
  "letter",
  "table",
  "container",
  "other",
]);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** What is known of a document as a whole. Each field is proposed from its pages, and can be entered by hand. */
export const documentFieldsSchema = z.object({
  kind: documentKindSchema.nullable(),
  title: z.string().nullable(),
  date: partialDateSchema.nullable(),
  author: z.string().nullable(),
  /** Who held the document before it was produced; only people know, nothing detects it. */
  custodian: z.string().nullable(),
  /** Court or agency. */
  court: z.string().nullable(),
  caseNumber: z.string().nullable(),
  /** ECF document number, with the attachment: `81-2`. */
  ecfNumber: z.string().nullable(),
  batesBegin: z.string().nullable(),
  batesEnd: z.string().nullable(),
  noteNumber: z.string().nullable(),
  classification: z.string().nullable(),
  /** ISO 639-3 of the language that most pages are in. */
  language: z.string().nullable(),
});
export type DocumentFields = z.infer<typeof documentFieldsSchema>;
export type DocumentFieldName = keyof DocumentFields;

/** Nothing known. */
export const NO_FIELDS: DocumentFields = {
  kind: null,
  title: null,
  date: null,
  author: null,
  custodian: null,
  court: null,
  caseNumber: null,
  ecfNumber: null,
  batesBegin: null,
  batesEnd: null,
  noteNumber: null,
  classification: null,
  language: null,
};
