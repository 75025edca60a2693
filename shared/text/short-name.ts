/** Longest short name that is cut out of a title, in code units. A number that makes it unique may follow. */
const SHORT_NAME_LENGTH = 40;

/** What may stand before the kind of a filing without making it another kind. */
const FILER = String.raw`(?:(?:plaintiffs?|petitioners?|defendants?|respondents?|movants?|government|united states)['’]?s?['’]?\s+)?`;
const MANNER = String.raw`(?:(?:verified|class action|joint|emergency|unopposed|opposed|consent|renewed|proposed|sealed|redacted|corrected|supplemental|notice of|civil|criminal|original)\s+)*`;

/** Kinds of filings by what their title begins with. The first that fits wins. */
const FILING_FORMS: readonly { readonly title: RegExp; readonly form: string }[] = [
  { title: startsWith("(?:first\\s+)amended\\s+MANNERcomplaint"), form: "First Am. Compl." },
  { title: startsWith("second\\s+amended\\s+MANNERcomplaint"), form: "Second Am. Compl." },
  { title: startsWith("third\\s+amended\\s+MANNERcomplaint"), form: "Third Am. Compl." },
  { title: startsWith("amended\\s+MANNERcomplaint"), form: "Am. Compl." },
  { title: startsWith("complaint"), form: "Compl." },
  { title: startsWith("petition"), form: "Pet." },
  { title: startsWith("answer"), form: "Answer" },
  { title: startsWith("temporary\\s+restraining\\s+order"), form: "TRO" },
  { title: startsWith("memorandum\\s+opinion"), form: "Mem. Op." },
  { title: startsWith("memorandum\\s+(?:of\\s+(?:law|points)|in\\s+(?:support|opposition))"), form: "Mem." },
  { title: startsWith("(?:opinion\\s+and\\s+)?order"), form: "Order" },
  { title: startsWith("motion"), form: "Mot." },
  { title: startsWith("opposition"), form: "Opp’n" },
  { title: startsWith("reply"), form: "Reply" },
  { title: startsWith("stipulation"), form: "Stip." },
  { title: startsWith("(?:(?:hearing|trial|deposition|official)\\s+)?transcript"), form: "Tr." },
];

/** Statements of a person: the name stands in the citation. */
const STATEMENT =
  /^(?<rank>(?:first|second|third|fourth|fifth|supplemental)\s+)?(?<kind>declaration|affidavit|deposition)\s+of\s+(?<name>.+)$/iu;

const STATEMENT_FORMS: ReadonlyMap<string, string> = new Map([
  ["declaration", "Decl."],
  ["affidavit", "Aff."],
  ["deposition", "Dep."],
]);

/** Where a name in a title ends: at punctuation, or where the title goes on about something else. */
const AFTER_NAME = /\s*(?:[,;:(–—[|]|\s-\s|\s(?:in|on|for|regarding|re|dated|filed|with|pursuant)\s)/iu;

/** A diplomatic note; its number says which. English and Spanish, because such notes are often bilingual. */
const DIPLOMATIC_NOTE =
  /^(?:diplomatic\s+)?(?<word>note|nota)(?:\s+verbale?)?(?:\s*,?\s*(?:no|nr|number|núm|número|n\.?\s*[º°o])\.?)?\s*(?<number>\d[\p{L}\p{N}]*(?:[/-][\p{L}\p{N}]+)*)/iu;

const EXHIBIT =
  /^(?:(?:Exhibit|EXHIBIT|exhibit)\s+|(?:Ex|EX|ex)\.\s*)(?:[Nn][Oo]\.?\s*)?(?<label>\p{Lu}{1,2}(?:-\d+)?|\d+(?:-?\p{Lu}|-\d+)?)(?![\p{L}\p{N}])/u;

/**
 * Proposes the name that citations use for a document: the customary short form where the title clearly begins with the
 * kind of document (`Complaint …` → `Compl.`, `Declaration of Ana Ruiz …` → `Ana Ruiz Decl.`, `Note Verbale 44/2025` →
 * `Note 44/2025`), otherwise the title up to its first comma, or cut between words at about 40 characters. Without a
 * title the file name serves.
 *
 * Short forms follow the record-citation habits of federal courts (Bluebook, table BT1).
 *
 * @param taken short names in use; the result is not one of them: `Compl. (2)`
 */
export function proposeShortName(title: string, fileName: string, taken: ReadonlySet<string>): string {
  const name = cleanTitle(title) || cleanTitle(withoutExtension(fileName)) || "Document";
  return makeUnique(customaryForm(name) ?? cutBetweenWords(name), taken);
}

function startsWith(pattern: string): RegExp {
  return new RegExp(`^${FILER}${MANNER}${pattern.replace("MANNER", MANNER)}(?![\\p{L}\\p{N}-])`, "iu");
}

function customaryForm(title: string): string | null {
  const note = DIPLOMATIC_NOTE.exec(title)?.groups;
  if (note?.["number"] !== undefined) {
    return `${note["word"]?.toLowerCase() === "nota" ? "Nota" : "Note"} ${note["number"]}`;
  }
  const exhibit = EXHIBIT.exec(title)?.groups?.["label"];
  if (exhibit !== undefined) return `Ex. ${exhibit}`;
  const statement = STATEMENT.exec(title)?.groups;
  if (statement !== undefined) return statementForm(statement);
  return FILING_FORMS.find((filing) => filing.title.test(title))?.form ?? null;
}

function statementForm(parts: Readonly<Record<string, string | undefined>>): string | null {
  const form = STATEMENT_FORMS.get(parts["kind"]?.toLowerCase() ?? "");
  const [name = ""] = (parts["name"] ?? "").split(AFTER_NAME);
  if (form === undefined || name === "" || name.length > SHORT_NAME_LENGTH) return null;
  const rank = (parts["rank"] ?? "").trim();
  return `${rank === "" ? "" : `${capitalise(rank)} `}${name} ${form}`;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** What mail programs put before the subject of an answer or a forwarded message. */
const ANSWER = /^(?:(?:re|fwd?|rv|aw|wg|tr|sv)\s?(?:\[\d+\])?\s?:\s*)+(?=\S)/iu;

/** Titles come from files: word processors put their own name in front, and file names stand in for missing spaces. */
function cleanTitle(title: string): string {
  const spaced = title
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(/^microsoft (?:word|excel|powerpoint) - /i, "")
    .replace(ANSWER, "");
  const withoutSuffix = /\.(?:pdf|docx?|rtf|odt|txt|html?|eml|msg|xlsx?|pptx?|tiff?|png|jpe?g)$/i.test(spaced)
    ? withoutExtension(spaced)
    : spaced;
  const words = withoutSuffix.includes(" ") ? withoutSuffix : withoutSuffix.replaceAll("_", " ");
  return /^(?:untitled|document\d*|title)$/i.test(words) ? "" : words.trim();
}

function withoutExtension(fileName: string): string {
  return fileName.replace(/(?<=.)\.[\p{L}\p{N}]{1,5}$/u, "");
}

/** A name before its first comma shorter than this says too little: `Letter, …`. */
const LEAST_BEFORE_COMMA = 10;

/** Words that ask for another one, at the end of what was cut. */
const DANGLING =
  /(?:\s+(?:a|al|an|and|as|at|au|aux|between|by|con|de|del|des|du|e|el|en|entre|et|for|from|in|into|la|las|le|les|los|o|of|on|or|ou|para|por|que|sin|sobre|sur|that|the|to|u|un|una|under|v|vs|with|y))+$/iu;

function cutBetweenWords(name: string): string {
  if (name.length <= SHORT_NAME_LENGTH) return name;
  const comma = name.indexOf(",");
  if (comma >= LEAST_BEFORE_COMMA && comma <= SHORT_NAME_LENGTH) return name.slice(0, comma).trimEnd();
  const space = name.lastIndexOf(" ", SHORT_NAME_LENGTH);
  const cut = space > 0 ? name.slice(0, space) : name.slice(0, SHORT_NAME_LENGTH).replace(/[\ud800-\udbff]$/, "");
  // Half a remark in brackets says nothing.
  const closed = cut.lastIndexOf("(") > cut.lastIndexOf(")") ? cut.slice(0, cut.lastIndexOf("(")) : cut;
  const whole = closed.replace(/[\s,;:.\-–—(/&·|¿¡]+$/u, "").replace(DANGLING, "");
  return whole === "" ? cut : whole;
}

/**
 * Adds the smallest number that doubling and halving finds free: with 50,000 documents of one title, counting up from 2
 * for each would take a billion steps.
 */
function makeUnique(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const numbered = (number: number) => `${name} (${number})`;
  let high = 2;
  while (taken.has(numbered(high))) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (taken.has(numbered(middle))) low = middle;
    else high = middle;
  }
  return numbered(high);
}
