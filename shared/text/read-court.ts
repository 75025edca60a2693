/** Lines of a court's name after its first. */
const DISTRICT_LINE =
  /^(?:(?:IN|FOR)\s(?:AND\sFOR\s)?THE(?:\s|$)|(?:EASTERN|WESTERN|NORTHERN|SOUTHERN|MIDDLE|CENTRAL)\s(?:DISTRICT|DIVISION)|DISTRICT\sOF|[A-Z]+\sCIRCUIT)/iu;
const COURT_LINE = /^(?:IN\sTHE\s)?(?<court>[\p{L}. ]{0,40}\bCOURT\b[\p{L}. ]{0,50}(?<!\.))$/iu;
/** A letterhead: the name of an office up to the end of its line, or to what is set apart on it. */
const AGENCY_LINE =
  /^(?:[A-Z]{2,4}\s)?(?<agency>THE\sWHITE\sHOUSE|(?:U\.\s?S\.\s|UNITED\sSTATES\s|ADMINISTRATIVE\s|EXECUTIVE\s)?(?:DEPARTMENT|MINISTRY|EMBASSY|BUREAU|OFFICE|MINISTERIO|EMBAJADA|MINISTÈRE|AMBASSADE|PERMANENT\sMISSION|CENTRAL\sINTELLIGENCE\sAGENCY|FEDERAL\sBUREAU|PRIVACY\s?(?:AND|&)\sCIVIL)\b[\p{L}\s.,&'’-]{0,80}?)(?=$|\s[·|—–(])/iu;
/** Words that make a line part of a sentence. */
const SENTENCE = /\b(?:shall|provides?|releases?|announces?|is|are|has|was|will)\b/iu;
/** The second line of a name that did not fit the first. */
const REST_OF_AGENCY = /^(?:Oversight\sBoard|(?:of|for|and|de|del|y)\s[\p{L} ]{3,60})$/iu;
const SALUTATION = /(?:^|\n)(?:Dear\s|Sir:|Estimad[oa]s?\s|Cher\s|Chère\s)/u;
/** Below the date of a letter stands its addressee. */
const DATE_OR_POSTCODE =
  /^(?:\p{L}{3,9}\.?\s\d{1,2},|\d{1,2}\s(?:de\s)?\p{L}{3,10}\.?(?:\sde)?)\s(?:19|20)\d{2}$|\s\d{5}(?:-\d{4})?$/u;
const COURT_LINES = 40;
const AGENCY_LINES = 8;

/** The court of a caption, or the agency of a letterhead, from the first page; null when neither stands there. */
export function readCourtOrAgency(text: string): string | null {
  // Transcripts number their lines.
  const lines = text.split("\n", COURT_LINES).map((line) => line.trim().replace(/^\d{1,2}\s(?=\p{Lu})/u, ""));
  const name = readCourt(lines) ?? readAgency(lines.slice(0, AGENCY_LINES), SALUTATION.test(text));
  return name === null ? null : lowerCapitals(name);
}

/** Words that stay small inside of a name. */
const SMALL_WORDS = new Set(["of", "the", "for", "and", "in", "de", "del", "la", "el", "y", "du", "des", "et"]);

/** A name that is set in capitals, as it is written in a sentence; `U.S.` and `D.C.` keep theirs. */
function lowerCapitals(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name.replace(/[\p{L}’']+\.?/gu, (word, at: number) => {
    const lower = word.toLowerCase();
    if (/^\p{L}\.$/u.test(word)) return word;
    return at > 0 && SMALL_WORDS.has(lower) ? lower : word.charAt(0) + lower.slice(1);
  });
}

function readCourt(lines: readonly string[]): string | null {
  for (const [index, line] of lines.entries()) {
    const court = line.length <= 90 ? COURT_LINE.exec(line)?.groups?.["court"] : undefined;
    // A clerk's stamp shortens the name that the caption gives in full.
    if (court === undefined || !/\s/u.test(court) || !startsWithCapitals(court) || lines[index - 1] === "FILED")
      continue;
    const rest: string[] = [];
    for (const next of lines.slice(index + 1, index + 5).filter((other) => other !== "")) {
      if (!DISTRICT_LINE.test(next) || next.length > 70) break;
      rest.push(next);
    }
    return [court.trim(), ...rest].join(" ");
  }
  return null;
}

function readAgency(lines: readonly string[], isLetter: boolean): string | null {
  const filled = lines.filter((line) => line !== "");
  const end = isLetter ? filled.findIndex((line) => DATE_OR_POSTCODE.test(line)) : -1;
  for (const [index, line] of filled.slice(0, end === -1 ? filled.length : end).entries()) {
    const agency = line.length <= 100 ? AGENCY_LINE.exec(line)?.groups?.["agency"] : undefined;
    if (agency === undefined || /,$/u.test(agency) || !startsWithCapitals(agency) || SENTENCE.test(agency)) continue;
    const next = filled[index + 1] ?? "";
    return line.endsWith(agency) && REST_OF_AGENCY.test(next) ? `${agency} ${next}` : agency.trim();
  }
  return null;
}

const startsWithCapitals = (line: string) => /^\p{Lu}/u.test(line) && !/\b(?:the|this)\s[Cc]ourt\b/u.test(line);
