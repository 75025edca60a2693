/** One step from a first sequence to a second; `first` and `second` are indexes of the members it is about. */
export type DiffStep =
  | { readonly kind: "same"; readonly first: number; readonly second: number }
  | { readonly kind: "removed"; readonly first: number }
  | { readonly kind: "added"; readonly second: number };

/**
 * Differences up to which the shortest script is looked for. Beyond it two texts have so little in common that a script
 * of single words helps nobody; memory grows with its square (2,000: 16 MB).
 */
const MAX_DIFFERENCES = 2000;

/**
 * The shortest way from one sequence to another by removing and adding members (Myers 1986, greedy). With more than
 * 2,000 differences all between the common beginning and the common end is removed, then added.
 */
export function diffSequences<Member>(
  first: readonly Member[],
  second: readonly Member[],
  isSame: (one: Member, other: Member) => boolean,
): readonly DiffStep[] {
  const same = (one: number, other: number) => {
    const left = first[one];
    const right = second[other];
    return left !== undefined && right !== undefined && isSame(left, right);
  };
  const shorter = Math.min(first.length, second.length);
  let beginning = 0;
  while (beginning < shorter && same(beginning, beginning)) beginning += 1;
  let ending = 0;
  while (ending < shorter - beginning && same(first.length - 1 - ending, second.length - 1 - ending)) ending += 1;
  const firstEnd = first.length - ending;
  const secondEnd = second.length - ending;
  return [
    ...sameSteps(0, 0, beginning),
    ...diffMiddle({ beginning, firstEnd, secondEnd }, same),
    ...sameSteps(firstEnd, secondEnd, ending),
  ];
}

/** What is left of both sequences without their common beginning and end. */
interface Middle {
  readonly beginning: number;
  readonly firstEnd: number;
  readonly secondEnd: number;
}

function sameSteps(first: number, second: number, length: number): readonly DiffStep[] {
  return Array.from({ length }, (_, index) => ({ kind: "same", first: first + index, second: second + index }));
}

function diffMiddle(middle: Middle, same: (one: number, other: number) => boolean): readonly DiffStep[] {
  const rounds = traceRounds(middle, same);
  if (rounds !== null) return walkBack(middle, rounds);
  const { beginning, firstEnd, secondEnd } = middle;
  const steps: DiffStep[] = [];
  for (let index = beginning; index < firstEnd; index += 1) steps.push({ kind: "removed", first: index });
  for (let index = beginning; index < secondEnd; index += 1) steps.push({ kind: "added", second: index });
  return steps;
}

/**
 * For each number of differences the furthest index into the first sequence on each diagonal, before that round:
 * entry `diagonal + differences`. Null when more differences than the limit are needed.
 */
function traceRounds(
  { beginning, firstEnd, secondEnd }: Middle,
  same: (one: number, other: number) => boolean,
): readonly Int32Array[] | null {
  const limit = Math.min(MAX_DIFFERENCES, firstEnd + secondEnd - 2 * beginning);
  const offset = limit + 1;
  const furthest = new Int32Array(2 * offset + 1).fill(beginning);
  const rounds: Int32Array[] = [];
  for (let differences = 0; differences <= limit; differences += 1) {
    rounds.push(furthest.slice(offset - differences, offset + differences + 1));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const below = furthest[offset + diagonal + 1] ?? beginning;
      const before = furthest[offset + diagonal - 1] ?? beginning;
      const isAdded = diagonal === -differences || (diagonal !== differences && before < below);
      let one = isAdded ? below : before + 1;
      let other = one - diagonal;
      while (one < firstEnd && other < secondEnd && same(one, other)) {
        one += 1;
        other += 1;
      }
      furthest[offset + diagonal] = one;
      if (one >= firstEnd && other >= secondEnd) return rounds;
    }
  }
  return null;
}

function walkBack({ beginning, firstEnd, secondEnd }: Middle, rounds: readonly Int32Array[]): readonly DiffStep[] {
  const steps: DiffStep[] = [];
  let one = firstEnd;
  let other = secondEnd;
  for (let differences = rounds.length - 1; differences > 0; differences -= 1) {
    const furthest = rounds[differences];
    const diagonal = one - other;
    const at = (some: number) => furthest?.[some + differences] ?? beginning;
    const isAdded = diagonal === -differences || (diagonal !== differences && at(diagonal - 1) < at(diagonal + 1));
    const fromDiagonal = isAdded ? diagonal + 1 : diagonal - 1;
    const fromOne = at(fromDiagonal);
    const start = isAdded ? fromOne : fromOne + 1;
    while (one > start) {
      one -= 1;
      other -= 1;
      steps.push({ kind: "same", first: one, second: other });
    }
    if (isAdded) {
      other -= 1;
      steps.push({ kind: "added", second: other });
    } else {
      one -= 1;
      steps.push({ kind: "removed", first: one });
    }
  }
  while (one > beginning) {
    one -= 1;
    other -= 1;
    steps.push({ kind: "same", first: one, second: other });
  }
  return steps.reverse();
}
