import type { SynonymGroup } from "#shared/model/search-report.ts";
import { foldName } from "#shared/text/fold-name.ts";

/**
 * The names in what was typed: `CECOT = Centro de Confinamiento del Terrorismo`. They are divided by `=`, `;` or a line
 * break; a comma may be part of a name. What is written twice counts once.
 */
export function namesIn(text: string): readonly string[] {
  const names = text
    .split(/[=;\n]/u)
    .map((name) => name.replaceAll(/\s+/gu, " ").trim())
    .filter((name) => name !== "");
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = foldName(name);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Groups with a name that has all words of `text`, in parts; all of them for no words. */
export function findGroups(groups: readonly SynonymGroup[], text: string): readonly SynonymGroup[] {
  const words = foldName(text).split(" ").filter(Boolean);
  if (words.length === 0) return groups;
  return groups.filter(({ names }) =>
    names.some((name) => {
      const folded = foldName(name);
      return words.every((word) => folded.includes(word));
    }),
  );
}
