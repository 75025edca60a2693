import type { BriefDetail, DifferencePart } from "#shared/model/brief.ts";
import { say } from "../messages/say.ts";

/** One figure of the brief's head. */
export interface CheckFigure {
  readonly kind: "verified" | "altered" | "orphaned" | "missing";
  readonly count: number;
  readonly text: string;
}

/** `41 quotes verified`, `1 altered`, `2 lost their place`, `1 source missing`; figures of zero are left out. */
export function checkFigures(checks: BriefDetail["checks"]): readonly CheckFigure[] {
  const figures: readonly CheckFigure[] = [
    { kind: "verified", count: checks.verified, text: say("briefs.quotesVerified", { count: checks.verified }) },
    { kind: "altered", count: checks.altered, text: say("briefs.altered", { count: checks.altered }) },
    { kind: "orphaned", count: checks.orphaned, text: say("briefs.lostPlace", { count: checks.orphaned }) },
    { kind: "missing", count: checks.missing, text: say("briefs.sourcesMissing", { count: checks.missing }) },
  ];
  return figures.filter((figure) => figure.count > 0);
}

/** Longest change that is told in one line; a longer one is shown in the text only. */
const LONGEST_TOLD = 36;

/**
 * The difference in a few words, from source to quotation: `“shall” → “will”`, `left out: “not”`, `added: “clearly”`,
 * `3 changes` when there are several or they are long.
 */
export function tellDifference(difference: readonly DifferencePart[]): string {
  const changes: { removed: string; added: string }[] = [];
  let open = false;
  for (const part of difference) {
    if (part.kind === "same") {
      // White space between two changed words belongs to one change, as a person sees it.
      if (part.text.trim() !== "") open = false;
      continue;
    }
    if (!open) changes.push({ removed: "", added: "" });
    open = true;
    const change = changes.at(-1);
    if (change === undefined) continue;
    change[part.kind] = `${change[part.kind]} ${part.text}`.trim();
  }
  const only = changes[0];
  if (only === undefined) return "";
  if (changes.length > 1) return say("briefs.changes", { count: changes.length });
  if (only.removed.length + only.added.length > LONGEST_TOLD) return say("briefs.changes", { count: 1 });
  if (only.removed === "") return say("briefs.wordsAdded", { words: only.added });
  if (only.added === "") return say("briefs.wordsLeftOut", { words: only.removed });
  return say("briefs.wordsChanged", { before: only.removed, after: only.added });
}

/** The words as they stand in the source, rebuilt from a difference. */
export function sourceWords(difference: readonly DifferencePart[]): string {
  return difference
    .filter((part) => part.kind !== "added")
    .map((part) => part.text)
    .join("");
}
