import type { Detection } from "../../model/detection.ts";
import type { PageContext } from "./page-context.ts";

const LEVEL =
  "(?:TOP\\s?-?SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|RESTRICTED|CONFIDENCIAL|SECRETO|RESERVADO|CONFIDENTIEL|SECRET\\s?DÉFENSE|DIFFUSION\\s?RESTREINTE)";
const CONTROL =
  "(?:NO\\s?FORN|NOFORN|SI|TK|HCS|COMINT|GAMMA|ORCON|PROPIN|REL(?:\\sTO)?\\s[A-Z, ]{3,30}|RELIDO|FISA|EXDIS|NODIS|LIMDIS|SPECAT|FOUO|FOR\\sOFFICIAL\\sUSE\\sONLY|OFFICIAL\\sUSE\\sONLY|LIMITED\\sOFFICIAL\\sUSE|LAW\\sENFORCEMENT\\sSENSITIVE|LES|SBU(?:-NF)?|SENSITIVE\\sBUT\\sUNCLASSIFIED|SENSITIVE|EYES\\sONLY|CUI|CONTROLLED\\sUNCLASSIFIED\\sINFORMATION|NO\\sFOREIGN\\sDISSEM|CONTROLLED\\sDISSEM|CONTINUED\\sCONTROL)";
/** Handling marks that stand without a level. */
const ALONE =
  "(?:LAW\\sENFORCEMENT\\sSENSITIVE|FOR\\sOFFICIAL\\sUSE\\sONLY|OFFICIAL\\sUSE\\sONLY|LIMITED\\sOFFICIAL\\sUSE|SENSITIVE\\sBUT\\sUNCLASSIFIED|CONTROLLED\\sUNCLASSIFIED\\sINFORMATION|FOUO|SBU(?:-NF)?|NOFORN|LIMDIS|NODIS|EXDIS|CUI(?:\\s?\\/\\/\\s?[A-Z/-]{2,20})?|(?:DE)?CLASSIFIED|EYES\\sONLY)";

const MARK = new RegExp(
  `^(?:${LEVEL}(?:\\s?(?:\\/\\/?|[-–—,])?\\s?${CONTROL}){0,5}|${ALONE}(?:\\s?(?:\\/\\/?|[-–—,])\\s?${CONTROL}){0,3})$`,
  "u",
);
/** Before a mark: the word of a form, or what remains of a stamp. */
const LABEL = /^(?:CLASSIFICATION|Classification|CLASIFICACIÓN|UNIT\sCLASSIFICATION)\s?:?\s?[-=]?\s?/u;
const CLASSIFIED_BY = /^(?:CLASSIFIED|Classified)\s(?:BY|By|by)\b/u;
const DECLASSIFIED = /^(?:DECLASSIFIED|Declassified|DECLASSIFY\sON|Declassify\s[Oo]n)\b/u;
/** Letters set apart: `S E C R E T`, `C-O-N-F-I-D-E-N-T-I-A-L`. */
const SPREAD = /^(?:[A-Z][-\s]){5,}[A-Z](?=$|[^A-Z])/u;
const MAY_HOLD_MARK =
  /CLAS+IF|SECRE|CONFID|S[-\s]E[-\s]C|C[-\s]O[-\s]N|FOUO|SBU|NOFORN|LIMDIS|NODIS|EXDIS|CUI|SENSITIVE|USE\sONLY|EYES\sONLY|RESTR|RESERVADO|[Dd]eclassif|Classified\s[Bb]y|Classification/u;
const LONGEST_LINE = 90;

/** Finds classification and handling marks: lines of their own in capitals, never words of a sentence. */
export function detectClassification({ text }: PageContext): readonly Detection[] {
  if (!MAY_HOLD_MARK.test(text)) return [];
  const found: Detection[] = [];
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf("\n", start) === -1 ? text.length : text.indexOf("\n", start);
    if (end - start >= 3 && end - start <= LONGEST_LINE) {
      const mark = readLine(text.slice(start, end), start);
      if (mark !== null) found.push(mark);
    }
    start = end + 1;
  }
  return found;
}

function readLine(line: string, offset: number): Detection | null {
  // Stamps leave specks: a quotation mark, a dot, a bracket around the word.
  const lead = /^[\s"'“”‘’.,:;|*~_=[({<-]*/u.exec(line)?.[0].length ?? 0;
  const tail = /[\s"'“”‘’.,:;|*~_=\])}>-]*$/u.exec(line.slice(lead))?.[0].length ?? 0;
  const core = line.slice(lead, line.length - tail);
  if (core.length < 3) return null;
  const label = LABEL.exec(core)?.[0].length ?? 0;
  const rest = core.slice(label);
  const spread = SPREAD.exec(rest);
  const joined = spread === null ? rest : spread[0].replace(/[-\s]/gu, "") + rest.slice(spread[0].length);
  const said = label > 0 ? joined.toUpperCase() : joined;
  const start = offset + lead + label;
  const end = offset + line.length - tail;
  if (MARK.test(said)) return mark(start, end, said.replace(/\s+/gu, " ").replace("TOP-SECRET", "TOP SECRET"));
  if (CLASSIFIED_BY.test(core)) return mark(offset + lead, end, "CLASSIFIED BY");
  if (DECLASSIFIED.test(core))
    return mark(offset + lead, end, /^declassify/iu.test(core) ? "DECLASSIFY ON" : "DECLASSIFIED");
  return null;
}

function mark(start: number, end: number, said: string): Detection {
  return { start, end, value: { kind: "classification", mark: said } };
}
