import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { FILES } from "#fixtures/known/files.ts";
import { KNOWN_DOCUMENTS, PAGES_WITHOUT_TEXT } from "#fixtures/known-answers.ts";
import type { DetectedValue, DetectionKind } from "#shared/model/detection.ts";

/** What stands on one page, by kind; of kinds that are not named in `kinds`, the page says nothing. */
export interface LabelledPage {
  /** Path of the file below the folder it was read from. */
  readonly file: string;
  /** 1-based. */
  readonly page: number;
  /** Kinds that were looked for on the page. */
  readonly kinds: readonly DetectionKind[];
  /** Values as `describeValue` writes them, as often as they stand on the page. */
  readonly labels: Readonly<Partial<Record<DetectionKind, readonly string[]>>>;
}

/** A value in one line, as the labels write it. */
export function describeValue(value: DetectedValue): string {
  const filed = (date: string | null) => date ?? "";
  const places = (page: number | null, pages: number | null) => `${page ?? ""}/${pages ?? ""}`;
  switch (value.kind) {
    case "ecf-stamp": {
      const document = value.attachment === null ? value.document : `${value.document}-${value.attachment}`;
      return [value.caseNumber, document, filed(value.filed), places(value.page, value.pages)].join("|");
    }
    case "appellate-stamp": {
      const { court, caseNumber, document } = value;
      return [court, caseNumber, document ?? "", filed(value.filed), places(value.page, value.pages)].join("|");
    }
    case "page-id":
      return String(value.number);
    case "bates":
      return value.prefix + value.digits;
    case "printed-page":
      return value.label;
    case "transcript-line":
      return `${value.transcriptPage ?? ""}:${value.line}`;
    case "paragraph":
      return String(value.number);
    case "exemption":
      return value.code;
    case "classification":
      return value.mark;
    case "diplomatic-note":
      return `${value.number ?? ""} ${value.sender ?? ""} > ${value.addressee ?? ""}`;
    case "date":
      return value.value;
    case "money":
      return `${value.amount} ${value.currency}`;
    case "count":
      return String(value.number);
    default:
      return value.value;
  }
}

/**
 * Pages that were labelled by hand. `held-out` are pages of real documents on which no detector was tried before they were
 * labelled: their figures show what the others, which the detectors were corrected by, cannot.
 */
export function readHandLabels(name: "corpus" | "fixtures" | "held-out"): readonly LabelledPage[] {
  const path = resolve(import.meta.dirname, `${name}.json`);
  if (!existsSync(path)) return [];
  const { pages } = JSON.parse(readFileSync(path, "utf8")) as { readonly pages: readonly LabelledPage[] };
  return pages;
}

/** Day on which the court's stamp says that each document was filed. */
const FILED: Readonly<Record<string, string>> = {
  [FILES.complaint]: "2025-03-15",
  [FILES.order]: "2025-03-15",
  [FILES.declaration]: "2025-03-24",
  [FILES.transcript]: "2025-03-16",
  [FILES.motion]: "2025-07-07",
  [FILES.noteVerbale]: "2025-07-07",
  [FILES.notaVerbal]: "2025-07-07",
  [FILES.replyToWorkingGroup]: "2025-07-07",
  [FILES.letter]: "2025-04-21",
};

const CASE_NUMBER = "1:25-cv-00001-ABC";
/** Of these every page prints the label that the file declares. */
const PRINTS_LABELS: ReadonlySet<string> = new Set([FILES.complaint, FILES.motion, FILES.transcript]);
const ROMAN_PAGES: Readonly<Record<string, number>> = { [FILES.complaint]: 3, [FILES.motion]: 2 };
const ROMAN = ["i", "ii", "iii"];

/** What the generator of the sample matter stamps on its pages: known, not read. */
export function fixtureStampLabels(): readonly LabelledPage[] {
  return KNOWN_DOCUMENTS.flatMap((document) =>
    Array.from({ length: document.pages }, (_, index) => index + 1)
      .filter((page) => document.file !== FILES.release || !PAGES_WITHOUT_TEXT.includes(page))
      .map((page) => labelStamps(document, page)),
  );
}

function labelStamps(
  { file, pages, ecf, bates, labels }: (typeof KNOWN_DOCUMENTS)[number],
  page: number,
): LabelledPage {
  const found: Partial<Record<DetectionKind, readonly string[]>> = {};
  if (ecf !== null) found["ecf-stamp"] = [`${CASE_NUMBER}|${ecf}|${FILED[file] ?? ""}|${page}/${pages}`];
  if (bates !== null) {
    const first = Number(bates[0].replace(/\D/gu, ""));
    found.bates = [`CV-${String(first + page - 1).padStart(6, "0")}`];
  }
  const kinds: DetectionKind[] = ["ecf-stamp", "appellate-stamp", "page-id", "bates"];
  if (PRINTS_LABELS.has(file)) {
    kinds.push("printed-page");
    const roman = ROMAN_PAGES[file] ?? 0;
    const arabic = Number(labels?.[1]) - pages + page;
    found["printed-page"] = [page <= roman ? (ROMAN[page - 1] ?? "") : String(arabic)];
  }
  return { file, page, kinds, labels: found };
}
