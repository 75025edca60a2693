import type { DocumentKind } from "../model/detection.ts";

/** What the first page of a document says it is. */
export interface Heading {
  readonly kind: DocumentKind;
  readonly title: string;
}

/** Words that may stand before the kind of a filing: who files it, and how. */
const MANNER =
  "(?:(?:\\[?PROPOSED\\]?|FIRST|SECOND|THIRD|AMENDED|SUPPLEMENTAL|VERIFIED|JOINT|UNOPPOSED|EMERGENCY|CORRECTED|REDACTED|CLASS ACTION|CORRECTED|NOTICE OF|PLAINTIFFS?['’]?S?['’]?|DEFENDANTS?['’]?S?['’]?|PETITIONERS?['’]?S?['’]?|RESPONDENTS?['’]?S?['’]?|GOVERNMENT['’]?S?|UNITED STATES['’]?|RENEWED|CIVIL|CRIMINAL|PRELIMINARY|PARTIAL|AND)\\s){0,6}";

/** Kinds by how a heading begins; the first that fits wins. */
const HEADINGS: readonly (readonly [pattern: RegExp, kind: DocumentKind])[] = [
  [heading("(?:COMPLAINT|PETITION\\sFOR)\\b"), "complaint"],
  [heading("(?:DECLARATION|AFFIDAVIT)\\s(?:OF|BY|IN|PURSUANT)\\b"), "declaration"],
  [heading("(?:OFFICIAL\\s|REPORTER['’]S\\s)?TRANSCRIPT\\s(?:OF|ORDER)?"), "transcript"],
  [heading("(?:DEPOSITION\\sOF)"), "transcript"],
  [heading("(?:MEMORANDUM\\sOPINION|OPINION|PER\\sCURIAM|SLIP\\sOPINION)\\b"), "opinion"],
  [
    heading(
      "(?:MOTION|MEMORANDUM\\s(?:OF\\s(?:LAW|POINTS)|IN\\s(?:SUPPORT|OPPOSITION))|OPPOSITION|REPLY(?:\\s(?:BRIEF|MEMORANDUM|IN|TO|OF)|$)|APPLICATION\\sFOR)\\b",
    ),
    "motion",
  ],
  [
    heading(
      "(?:ORDER|TEMPORARY\\sRESTRAINING\\sORDER|INJUNCTION|JUDGMENT|O\\sR\\sD\\sE\\sR|CIVIL\\sMINUTES|SUGGESTION\\sOF\\sREMAND)\\b",
    ),
    "order",
  ],
  [heading("(?:[A-Z][A-Z ,&']{2,60}\\s)?(?:REPORT)(?:\\s(?:ON|OF|TO)\\b|$)"), "report"],
];
const EXHIBIT =
  /^(?:EXHIBIT|Exhibit|ATTACHMENT|Attachment|ANEXO|ANNEX|Annex)\s(?:No\.\s?)?[A-Z0-9]{1,3}(?:-\d{1,2})?$/u;
const REPORT_TITLE = /^(?:(?:[A-Z][\p{L}’']+|of|on|the|and|for)\s){0,9}Report(?:\s(?:on|of|to)\s.{3,80}|$)/u;

function heading(pattern: string): RegExp {
  return new RegExp(`^${MANNER}${pattern}`, "u");
}

/** Lines of the first page that are looked at, and the longest line that can be a heading. */
const MOST_LINES = 60;
const LONGEST_HEADING = 110;
const LONGEST_TITLE = 200;
/** Reports name themselves at the top; farther down the word is part of a sentence. */
const REPORT_LINES = 12;
const LEAST_CAPITALS = 0.8;

/** Finds the heading of a filing or report on its first page: lines in capitals, or the title of a report. */
export function readHeading(text: string): Heading | null {
  const lines = text.split("\n", MOST_LINES).map((line) => line.trim());
  for (const [index, line] of lines.entries()) {
    if (line === "" || line.length > LONGEST_HEADING) continue;
    if (EXHIBIT.test(line)) return { kind: "exhibit", title: line };
    // Captions put a column of brackets beside the title: `) ORDER`; minutes mark a word: `**AMENDED**`.
    const bare = line
      .replace(/^[)\]|:\s]+/u, "")
      .replaceAll("*", "")
      .trim();
    if (isInCapitals(bare)) {
      const found = HEADINGS.find(
        ([pattern, kind]) => (kind !== "report" || index < REPORT_LINES) && pattern.test(bare),
      );
      if (found !== undefined) return { kind: found[1], title: joinTitle(lines, index, bare) };
    } else if (index < REPORT_LINES && REPORT_TITLE.test(bare)) return { kind: "report", title: bare };
  }
  return null;
}

function isInCapitals(line: string): boolean {
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const capitals = line.match(/\p{Lu}/gu)?.length ?? 0;
  return letters >= 4 && capitals / letters >= LEAST_CAPITALS;
}

/** Lines of a caption that follow a title and are no part of it. */
const NOT_OF_TITLE = /^(?:[)\]|:\d]|CASE\b|CIVIL ACTION|NO\.|DOCKET|HON\b|JUDGE\b|HEARING\b)/u;

/** A title goes on while its lines are in capitals and not divided by an empty one. */
function joinTitle(lines: readonly string[], index: number, first: string): string {
  let title = first;
  for (const line of lines.slice(index + 1, index + 5)) {
    if (!isInCapitals(line) || NOT_OF_TITLE.test(line) || title.length + line.length > LONGEST_TITLE) break;
    title += ` ${line}`;
  }
  // A running title at the foot of a page bears its number.
  return title.replace(/(?:\s*[:;,*]+|\s\d{1,3})$/u, "");
}
