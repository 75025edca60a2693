import type { BriefDetail, DifferencePart } from "#shared/model/brief.ts";

/** One figure of the brief's head. */
export interface CheckFigure {
  readonly kind: "verified" | "altered" | "orphaned" | "missing";
  readonly count: number;
  readonly text: string;
}

/** `41 quotes verified`, `1 altered`, `2 lost their place`, `1 source missing`; figures of zero are left out. */
export function checkFigures(checks: BriefDetail["checks"]): readonly CheckFigure[] {
  const figures: readonly CheckFigure[] = [
    {
      kind: "verified",
      count: checks.verified,
      text: `${checks.verified} ${checks.verified === 1 ? "quote" : "quotes"} verified`,
    },
    { kind: "altered", count: checks.altered, text: `${checks.altered} altered` },
    {
      kind: "orphaned",
      count: checks.orphaned,
      text: `${checks.orphaned} lost ${checks.orphaned === 1 ? "its" : "their"} place`,
    },
    {
      kind: "missing",
      count: checks.missing,
      text: `${checks.missing} ${checks.missing === 1 ? "source" : "sources"} missing`,
    },
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
  if (changes.length > 1) return `${changes.length} changes`;
  if (only.removed.length + only.added.length > LONGEST_TOLD) return "1 change";
  if (only.removed === "") return `added: “${only.added}”`;
  if (only.added === "") return `left out: “${only.removed}”`;
  return `“${only.removed}” → “${only.added}”`;
}

/** The words as they stand in the source, rebuilt from a difference. */
export function sourceWords(difference: readonly DifferencePart[]): string {
  return difference
    .filter((part) => part.kind !== "added")
    .map((part) => part.text)
    .join("");
}
