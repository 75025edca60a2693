/** Words that one version may have alone before the versions are shown side by side. */
const FEW_WORDS = 4;
const SMALL_SHARE = 0.05;
/** A plain text with less than this share of the words of the HTML stands in for it only ("Your program cannot show…"). */
const SUBSTANTIAL_SHARE = 0.5;

/** How the two versions of one message relate. */
export interface VersionComparison {
  /** Whether the plain text says what the message says, and not that it cannot be shown. */
  readonly isPlainSubstantial: boolean;
  /** Whether a reader of one version would miss what the other says. */
  readonly differs: boolean;
}

/** Compares the words of the plain and of the HTML version, without addresses, which only one of them spells out. */
export function compareVersions(plain: string, html: string): VersionComparison {
  const first = countWords(plain);
  const second = countWords(html);
  return {
    isPlainSubstantial: first.total > 0 && first.total >= second.total * SUBSTANTIAL_SHARE,
    differs: isMaterial(missing(first, second), first.total) || isMaterial(missing(second, first), second.total),
  };
}

interface WordCount {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function isMaterial(missingWords: number, total: number): boolean {
  return missingWords > FEW_WORDS && missingWords > total * SMALL_SHARE;
}

function missing(from: WordCount, other: WordCount): number {
  let words = 0;
  for (const [word, count] of from.counts) words += Math.max(0, count - (other.counts.get(word) ?? 0));
  return words;
}

function countWords(text: string): WordCount {
  const counts = new Map<string, number>();
  let total = 0;
  const spelled = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/(?:https?|mailto|cid|tel):\S*|\[image:?[^\]]*\]/gu, " ");
  for (const [word] of spelled.matchAll(/[\p{L}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total += 1;
  }
  return { counts, total };
}
