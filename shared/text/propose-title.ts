const SUBJECT =
  /(?:^|\n)[^\p{L}\n]{0,3}(?:SUBJECT|Subject|SUBJ|Subj|RE|Re|Asunto|ASUNTO|Objet|OBJET|Référence)\s?:\s{0,3}(?<subject>[^\n]{4,160})(?:\n(?<rest>[^\n:]{4,100})(?=\n|$))?/u;
/** A subject that fills its line goes on in the next one. */
const FULL_LINE = 60;

/** The line in which a letter, memorandum or message says what it is about; null when it has none. */
export function readSubject(text: string): string | null {
  const { subject, rest } = SUBJECT.exec(text)?.groups ?? {};
  if (subject === undefined) return null;
  const whole = rest !== undefined && subject.length >= FULL_LINE ? `${subject} ${rest}` : subject;
  return /\p{L}{3}/u.test(whole) ? tidy(whole) : null;
}

const DOCKET = /(?:^|\n)(?<docket>(?:CIVIL|CRIMINAL|BANKRUPTCY)\s(?:DOCKET|PETITION)\sFOR\s[^\n]{4,80})/u;

/** The heading of a docket as a court's system shows it; null when the page bears none. */
export function readDocketHeading(text: string): string | null {
  const docket = DOCKET.exec(text)?.groups?.["docket"];
  return docket === undefined ? null : tidy(docket);
}

const VERSUS = /^(?:v\.?|vs\.?|versus|[-–—]\s?against\s?[-–—])$/iu;
/** What a party is in the case stands on a line of its own, or behind its name. */
const ROLE =
  /^(?:(?:and\s)?(?:Plaintiff|Defendant|Petitioner|Respondent|Appellant|Appellee|Claimant|Applicant|Movant)s?\b.*|[)\]|:(].{0,2}|\W*)$/iu;
const ROLE_BEHIND_NAME = /,?\s(?:Plaintiff|Defendant|Petitioner|Respondent|Appellant|Appellee)s?\b.*$/iu;
/** A capacity, a word that another line completes, the number of a footnote. */
const NOT_OF_NAME = /(?:,\sin\s(?:his|her|its|their)\sofficial\b.*|[;,]?\s(?:and|&)|,\d{1,2})$/iu;
/** How far from the word between them the names of the parties stand. */
const REACH = 4;
const LONGEST_PARTY = 90;

/** The name of a case from the caption of its first page: `DOE v. ROE`; null when the parties do not stand clearly. */
export function readCaseName(text: string): string | null {
  const lines = text
    .split("\n", 80)
    .map((line) => line.replace(/\s[)\]|:](?:\s.*)?$/u, "").trim())
    .filter((line) => line !== "" && line !== ")");
  for (const [index, line] of lines.entries()) {
    const isBetween = VERSUS.test(line);
    if (!isBetween && !/\sv\.$/u.test(line)) continue;
    const before = isBetween
      ? lines.slice(Math.max(0, index - REACH), index).findLast((other) => !ROLE.test(other))
      : line.replace(/\sv\.$/u, "");
    const after = lines.slice(index + 1, index + 1 + REACH).find((other) => !ROLE.test(other));
    const [first, second] = [partyOf(before), partyOf(after)];
    if (first !== null && second !== null) return `${first} v. ${second}`;
  }
  return null;
}

function partyOf(line: string | undefined): string | null {
  const name = tidy((line ?? "").replace(ROLE_BEHIND_NAME, "").replace(NOT_OF_NAME, ""));
  const isName = /^\p{Lu}/u.test(name) && name.length >= 3 && name.length <= LONGEST_PARTY;
  return isName ? name : null;
}

const tidy = (line: string) =>
  line
    .replace(/\s+/gu, " ")
    .replace(/[\s,;:*]+$/u, "")
    .trim();
