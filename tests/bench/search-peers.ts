import { mkdirSync, writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expectSuccess, isInstalled, runProcess } from "./run-process.ts";
import type { SuiteQuery } from "./search-suite.ts";
import { median } from "./statistics.ts";

/** Milliseconds of each search that a peer was asked, by the search as Probative writes it. */
export interface PeerTimes {
  readonly name: string;
  readonly milliseconds: ReadonlyMap<string, number>;
  /** Seconds to index; null for a peer without an index. */
  readonly indexing: number | null;
}

/** FTS5 over pages: the best 50 pages by rank, and the number of pages, as its documentation shows it. */
export function createFts5Peer(folder: string) {
  const database = new Database(join(folder, "fts5.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("cache_size = -65536");
  database.exec(
    "CREATE VIRTUAL TABLE page USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2')",
  );
  const insert = database.prepare("INSERT INTO page (rowid, text) VALUES (?, ?)");
  let rowid = 0;
  let indexing = 0;
  return {
    add: (pages: readonly string[]): void => {
      const startedAt = performance.now();
      database.transaction(() => {
        for (const text of pages) {
          rowid += 1;
          insert.run(rowid, text);
        }
      })();
      indexing += (performance.now() - startedAt) / 1000;
    },
    ask: (suite: readonly SuiteQuery[], runs: number): PeerTimes => {
      const best = database.prepare("SELECT rowid FROM page WHERE page MATCH ? ORDER BY rank LIMIT 50").pluck();
      const count = database.prepare("SELECT count(*) FROM page WHERE page MATCH ?").pluck();
      const milliseconds = new Map<string, number>();
      for (const { query, fts5 } of suite) {
        if (fts5 === null) continue;
        const times: number[] = [];
        for (let run = 0; run <= runs; run += 1) {
          const startedAt = performance.now();
          best.all(fts5);
          count.get(fts5);
          if (run > 0) times.push(performance.now() - startedAt);
        }
        milliseconds.set(query, median(times));
      }
      return { name: "FTS5, order by rank", milliseconds, indexing };
    },
    close: (): void => {
      database.close();
    },
  };
}

/** Documents in one folder of text files: what recoll and ripgrep search. */
export function createTextFiles(folder: string) {
  const root = join(folder, "texts");
  mkdirSync(root);
  return {
    root,
    add: (number: number, pages: readonly string[]): void => {
      const inside = join(root, String(Math.floor(number / 1000)));
      if (number % 1000 === 0 || number === 1) mkdirSync(inside, { recursive: true });
      writeFileSync(join(inside, `${number}.txt`), pages.join("\n\f"));
    },
  };
}

/** Asks recoll's own Python module in one process: the start of a program is no part of a search. */
const ASK_RECOLL = `
import json, sys, time
sys.path.insert(0, "/usr/lib/python3/dist-packages")
from recoll import recoll
db = recoll.connect(confdir=sys.argv[1])
runs = int(sys.argv[2])
answers = {}
for name, text in json.load(open(sys.argv[3])).items():
    times = []
    for run in range(runs + 1):
        started = time.perf_counter()
        query = db.query()
        query.execute(text)
        query.rowcount
        query.fetchmany(50)
        if run > 0:
            times.append((time.perf_counter() - started) * 1000)
    times.sort()
    answers[name] = times[len(times) // 2]
print(json.dumps(answers))
`;

const SYSTEM_PYTHON = "/usr/bin/python3";

async function canAskRecoll(): Promise<boolean> {
  if (!(await isInstalled(SYSTEM_PYTHON, "--version"))) return false;
  const found = "import sys; sys.path.insert(0, '/usr/lib/python3/dist-packages'); from recoll import recoll";
  return (await runProcess(SYSTEM_PYTHON, ["-c", found])).exitCode === 0;
}

/** Recoll over the text files; null where it, or its Python module, is not installed. */
export async function askRecoll(
  folder: string,
  textFolder: string,
  suite: readonly SuiteQuery[],
  runs: number,
): Promise<PeerTimes | null> {
  if (!(await isInstalled("recollindex", "-h"))) return null;
  if (!(await canAskRecoll())) return null;
  const configuration = join(folder, "recoll");
  await mkdir(configuration);
  const settings = `topdirs = ${textFolder}\nloglevel = 1\nnoaspell = 1\n`;
  await writeFile(join(configuration, "recoll.conf"), settings);
  const indexed = await runProcess("recollindex", ["-c", configuration, "-z"], {
    environment: { RECOLL_TMPDIR: folder },
  });
  if (indexed.exitCode !== 0) return null;
  const asked = Object.fromEntries(
    suite.flatMap(({ query, recoll }) => (recoll === null ? [] : [[query, recoll] as const])),
  );
  const questions = join(folder, "recoll-questions.json");
  await writeFile(questions, JSON.stringify(asked));
  const { stdout } = await expectSuccess(
    runProcess(SYSTEM_PYTHON, ["-c", ASK_RECOLL, configuration, String(runs), questions]),
  );
  const times = JSON.parse(stdout) as Readonly<Record<string, number>>;
  return { name: "recoll", milliseconds: new Map(Object.entries(times)), indexing: indexed.seconds };
}

/** ripgrep over the text files, once a word or phrase, counting lines; null where it is not installed. */
export async function askRipgrep(textFolder: string, suite: readonly SuiteQuery[]): Promise<PeerTimes | null> {
  if (!(await isInstalled("rg", "--version"))) return null;
  const milliseconds = new Map<string, number>();
  for (const { query } of suite) {
    const [, plain] = /^"?([\p{L} ]+)"?$/u.exec(query) ?? [];
    if (plain === undefined || plain.includes(" OR ") || (plain.includes(" ") && !query.startsWith('"'))) continue;
    const { seconds } = await runProcess("rg", ["--count", "--ignore-case", "--word-regexp", plain, textFolder]);
    milliseconds.set(query, seconds * 1000);
  }
  return { name: "ripgrep", milliseconds, indexing: null };
}
