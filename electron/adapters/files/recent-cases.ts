import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { RecentCase } from "#shared/model/case.ts";

const KEPT = 20;
const entriesSchema = z.array(z.object({ directory: z.string(), title: z.string(), openedAt: z.string() }));

/** The cases that were open on this machine. Losing the list loses nothing but convenience. */
export interface RecentCases {
  list(): readonly RecentCase[];
  add(directory: string, title: string, openedAt: string): void;
}

/**
 * Keeps the list in one small file.
 *
 * @param settingsFolder made when it is absent
 */
export function createRecentCases(settingsFolder: string): RecentCases {
  const path = join(settingsFolder, "recent-cases.json");

  function read(): z.infer<typeof entriesSchema> {
    try {
      return entriesSchema.parse(JSON.parse(readFileSync(path, "utf8")));
    } catch {
      return [];
    }
  }

  return {
    list: () => read().map((entry) => ({ ...entry, present: existsSync(join(entry.directory, "case.db")) })),
    add: (directory, title, openedAt) => {
      const others = read().filter((entry) => entry.directory !== directory);
      const entries = [{ directory, title, openedAt }, ...others].slice(0, KEPT);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const partial = `${path}.${process.pid}`;
      writeFileSync(partial, JSON.stringify(entries, null, 2), { mode: 0o600 });
      renameSync(partial, path);
    },
  };
}
