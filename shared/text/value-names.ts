import type { DocumentKind } from "../model/detection.ts";

/** Kinds of document as people read them. */
export const KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  complaint: "Complaint",
  motion: "Motion",
  order: "Order",
  opinion: "Opinion",
  declaration: "Declaration",
  transcript: "Transcript",
  exhibit: "Exhibit",
  "diplomatic-note": "Diplomatic note",
  "foia-release": "FOIA release",
  email: "E-mail",
  "web-page": "Web page",
  report: "Report",
  letter: "Letter",
  table: "Table",
  container: "Container",
  other: "Other",
};

const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** E.g. `Spanish` for `spa`. */
export function languageName(code: string): string {
  return languageNames.of(code) ?? code;
}
