import { documentKindSchema } from "#shared/model/detection.ts";
import type { SearchGroup } from "#shared/model/search.ts";
import { kindLabel, languageName } from "../library/labels.ts";
import { say } from "../messages/say.ts";

/** The language that goes without saying: that of the program and of most of what is filed in its courts. */
const USUAL_LANGUAGE = "eng";

/** A short fact about a document of the result. */
export interface ResultChip {
  readonly id: "name" | "kind" | "ecf" | "bates" | "language";
  readonly text: string;
}

/** What tells a document of the result from others besides its title, in the order in which it is shown. */
export function resultChips(group: SearchGroup): readonly ResultChip[] {
  const { title, shortName, kind, ecfNumber, batesBegin, batesEnd, language } = group;
  const chips: (ResultChip | null)[] = [
    shortName === "" || title.startsWith(shortName) ? null : { id: "name", text: shortName },
    kind === null ? null : { id: "kind", text: kindName(kind) },
    ecfNumber === null ? null : { id: "ecf", text: say("search.ecfNumber", { number: ecfNumber }) },
    batesBegin === null ? null : { id: "bates", text: batesRange(batesBegin, batesEnd) },
    language === null || language === USUAL_LANGUAGE ? null : { id: "language", text: languageName(language) },
  ];
  return chips.filter((chip) => chip !== null);
}

function kindName(kind: string): string {
  const known = documentKindSchema.safeParse(kind);
  return known.success ? kindLabel(known.data) : kind;
}

/** `CV-000300–412`: the end without the beginning that both share. */
export function batesRange(begin: string, end: string | null): string {
  if (end === null || end === begin) return begin;
  const digits = /\d+$/.exec(begin)?.[0].length ?? 0;
  const prefix = begin.slice(0, begin.length - digits);
  if (!end.startsWith(prefix) || end.length !== begin.length) return `${begin}–${end}`;
  let same = prefix.length;
  while (same < begin.length - 1 && begin[same] === end[same]) same += 1;
  return `${begin}–${end.slice(same)}`;
}
