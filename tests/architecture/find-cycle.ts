/**
 * Finds a cycle in a graph of imports, depth first.
 *
 * @param imports the files that each file imports
 * @returns the files on the first cycle, its first file again at the end; empty when there is none
 */
export function findCycle(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const finished = new Set<string>();
  const path: string[] = [];

  const visit = (file: string): readonly string[] => {
    if (finished.has(file)) return [];
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    path.push(file);
    for (const target of imports.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    finished.add(file);
    return [];
  };

  for (const file of imports.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
