import type { Detection } from "../../model/detection.ts";
import { detectBates } from "./bates.ts";
import { detectCitations } from "./citations.ts";
import { detectClassification } from "./classification.ts";
import { detectContacts } from "./contacts.ts";
import { detectCountedPeople } from "./counted-people.ts";
import { detectCourtStamps } from "./court-stamps.ts";
import { createCover } from "./cover.ts";
import { detectDates } from "./dates.ts";
import { detectDiplomaticNote } from "./diplomatic-note.ts";
import { detectExemptions } from "./exemptions.ts";
import { detectMoney } from "./money.ts";
import type { Detector, PageContext } from "./page-context.ts";
import { detectParagraphNumbers } from "./paragraph-numbers.ts";
import { detectPrintedPage } from "./printed-page.ts";
import { detectTranscriptLines } from "./transcript-lines.ts";

/** Detectors of what the text mentions; what lies inside a stamp is part of the stamp. */
const MENTIONS: readonly Detector[] = [
  detectMoney,
  detectCountedPeople,
  detectCitations,
  detectContacts,
  detectExemptions,
  detectClassification,
  detectParagraphNumbers,
];

/** Everything that a page says about itself and mentions, in the order of its text. */
export function detectAll(page: PageContext): readonly Detection[] {
  const stamps = sortByPlace([...detectCourtStamps(page), ...detectBates(page)]);
  const cover = createCover(page.text.length);
  for (const stamp of stamps) cover.take(stamp);
  const isOutside = ({ start, end }: Detection) => !cover.touches(start, end);
  const dates = detectDates(page).filter(isOutside);
  const [printed] = detectPrintedPage(page, stamps);
  const label = printed?.value.kind === "printed-page" ? printed.value.label : null;
  const transcript = detectTranscriptLines(page, label);
  const mentions = MENTIONS.flatMap((detect) => detect(page)).filter(isOutside);
  const found = [...stamps, ...beyondGutter(page.text, transcript, [...dates, ...mentions])];
  if (printed !== undefined) found.push(printed);
  found.push(...transcript, ...detectDiplomaticNote(page, dates));
  return sortByPlace(found);
}

function sortByPlace(detections: readonly Detection[]): readonly Detection[] {
  return [...detections].sort((one, two) => one.start - two.start || one.end - two.end);
}

/** Detections that do not begin with the number of a transcript's line: `21 members` is line 21, not a count. */
function beyondGutter(
  text: string,
  transcript: readonly Detection[],
  detections: readonly Detection[],
): readonly Detection[] {
  if (transcript.length === 0) return detections;
  const gutter = new Set(
    transcript.map(
      ({ start }) => start - (/\d{1,2}\s$/u.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0),
    ),
  );
  return detections.filter(({ start }) => !gutter.has(start));
}
