import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SuiteReport } from "./ask-suite.ts";
import { type RunningText, readRunningText } from "./real-words.ts";
import type { Figure } from "./report.ts";
import { expectSuccess, runProcess } from "./run-process.ts";
import { askRecoll, askRipgrep, createFts5Peer, createTextFiles, type PeerTimes } from "./search-peers.ts";
import { SEARCH_SUITE } from "./search-suite.ts";
import { percentile } from "./statistics.ts";
import { generateTrove } from "./trove.ts";
import { openTroveCase } from "./trove-case.ts";

const SEED = 2025;
/** Pages between two commits: what an import brings together before it makes it durable. */
const PAGES_PER_COMMIT = 2000;

/** Aims of the issue: milliseconds, pages a second, bytes. */
const AIMS = { p50: 20, p95: 100, building: 2500, memory: 500e6 } as const;

interface Built {
  readonly pages: number;
  readonly folder: string;
  readonly pagesPerSecond: number;
  /** Bytes of the index on disk, with text and boxes. */
  readonly bytes: number;
}

/**
 * Builds cases of two sizes and makes the suite's searches in each, in a process of its own; then asks the peers that are
 * installed the same of the larger one's texts.
 *
 * @param sizes pages of the smaller and of the larger case
 */
export async function benchSearch(
  sizes: readonly [number, number],
  runs: number,
  say: (progress: string) => void,
): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "probative-bench-"));
  try {
    const text = readRunningText();
    const [small, large] = sizes;
    const first = await buildAndAsk(folder, text, small, runs, say);
    rmSync(first.built.folder, { recursive: true });
    const second = await buildAndAsk(folder, text, large, runs, say);
    rmSync(second.built.folder, { recursive: true });
    const peers = await askPeers(folder, text, large, runs, say);
    return [
      ...describeCase(first, text),
      ...describeCase(second, text),
      ...describeGrowth(first, second),
      ...peers.flatMap((peer) => comparePeer(second, peer)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly built: Built;
  readonly report: SuiteReport;
}

async function buildAndAsk(
  folder: string,
  text: RunningText,
  pages: number,
  runs: number,
  say: (progress: string) => void,
): Promise<Measured> {
  say(`search: building a case of ${pages} pages from ${text.source}`);
  const built = await build(join(folder, `case-${pages}`), text, pages);
  say(`search: ${built.pagesPerSecond.toFixed(0)} pages/s, ${(built.bytes / pages).toFixed(0)} bytes a page`);
  const script = join(import.meta.dirname, "ask-suite.ts");
  const { stdout } = await expectSuccess(runProcess(process.execPath, [script, built.folder, String(runs)]));
  const report = JSON.parse(stdout) as SuiteReport;
  for (const { kind, query, milliseconds, first, documents, hits, complete } of report.asked.toSorted(
    (one, other) => other.milliseconds - one.milliseconds,
  )) {
    const times = `${milliseconds.toFixed(1).padStart(8)} ms, first ${first.toFixed(0).padStart(5)} ms`;
    say(
      `search: ${times}  ${documents} documents, ${hits} hits${complete ? "" : " (time ran out)"}  ${kind}: ${query}`,
    );
  }
  return { built, report };
}

async function build(folder: string, text: RunningText, pageCount: number): Promise<Built> {
  mkdirSync(folder);
  const trove = openTroveCase(folder);
  // Making the texts is no part of indexing them.
  let seconds = 0;
  const timed = (work: () => void): void => {
    const startedAt = performance.now();
    work();
    seconds += (performance.now() - startedAt) / 1000;
  };
  let waiting = 0;
  for (const document of generateTrove(text, pageCount, SEED)) {
    timed(() => trove.add(document));
    waiting += document.pages.length;
    if (waiting >= PAGES_PER_COMMIT) {
      timed(trove.commit);
      waiting = 0;
    }
  }
  timed(trove.commit);
  timed(trove.finish);
  const bytes = statSync(join(folder, "index.db")).size;
  await trove.close();
  return { pages: pageCount, folder, pagesPerSecond: pageCount / seconds, bytes };
}

async function askPeers(
  folder: string,
  text: RunningText,
  pages: number,
  runs: number,
  say: (progress: string) => void,
): Promise<readonly PeerTimes[]> {
  say("search: peers are indexing the same texts");
  const fts5 = createFts5Peer(folder);
  const files = createTextFiles(folder);
  let batch: string[] = [];
  let number = 0;
  for (const document of generateTrove(text, pages, SEED)) {
    number += 1;
    const texts = document.pages.map((page) => page.text);
    files.add(number, texts);
    batch.push(...texts);
    if (batch.length < PAGES_PER_COMMIT) continue;
    fts5.add(batch);
    batch = [];
  }
  fts5.add(batch);
  const peers = [fts5.ask(SEARCH_SUITE, runs)];
  fts5.close();
  for (const peer of [
    await askRecoll(folder, files.root, SEARCH_SUITE, runs),
    await askRipgrep(files.root, SEARCH_SUITE),
  ]) {
    if (peer !== null) peers.push(peer);
  }
  for (const { name, milliseconds } of peers) {
    const slowest = [...milliseconds].sort(([, one], [, other]) => other - one).slice(0, 8);
    say(`search: ${name}: ${slowest.map(([query, time]) => `${query} ${time.toFixed(0)} ms`).join(" · ")}`);
  }
  return peers;
}

function timesOf({ report }: Measured): readonly number[] {
  return report.asked.map(({ milliseconds }) => milliseconds);
}

function describeCase(measured: Measured, text: RunningText): readonly Figure[] {
  const { built, report } = measured;
  const size = `${built.pages.toLocaleString("en")} pages`;
  const slowest = report.asked.toSorted((one, other) => other.milliseconds - one.milliseconds)[0];
  const share = (name: "p50" | "p95"): Figure => {
    const value = percentile(timesOf(measured), name === "p50" ? 0.5 : 0.95);
    return {
      what: `search ${name}, ${size}`,
      value: `${value.toFixed(1)} ms`,
      comparedWith: `aim: ${AIMS[name]} ms`,
      ratio: value / AIMS[name],
      aim: "≤ 1.00",
      note: `${report.asked.length} searches of all kinds, exact counts, facets, 50 documents with boxes; ${text.source}`,
    };
  };
  const plain = (what: string, value: string, note: string): Figure => {
    return { what: `${what}, ${size}`, value, comparedWith: "", ratio: null, aim: "", note };
  };
  return [
    share("p50"),
    share("p95"),
    plain("search, slowest", `${(slowest?.milliseconds ?? 0).toFixed(1)} ms`, slowest?.query ?? ""),
    plain("search, opening and first answer", `${report.opening.toFixed(0)} ms`, "cold process, warm disk"),
    {
      what: `search, memory of the process, ${size}`,
      value: `${(report.peakBytes / 1e6).toFixed(0)} MB`,
      comparedWith: `aim: ${AIMS.memory / 1e6} MB`,
      ratio: report.peakBytes / AIMS.memory,
      aim: "≤ 1.00",
      note: "most at any time over the whole suite",
    },
    {
      what: `index, building, ${size}`,
      value: `${built.pagesPerSecond.toFixed(0)} pages/s`,
      comparedWith: `aim: ${AIMS.building} pages/s`,
      ratio: built.pagesPerSecond / AIMS.building,
      aim: "≥ 1.00",
      note: `one thread; text, boxes, words, fields, merging; ${(built.bytes / built.pages).toFixed(0)} bytes a page`,
    },
  ];
}

function describeGrowth(small: Measured, large: Measured): readonly Figure[] {
  const growth = large.built.pages / small.built.pages;
  const p50 = percentile(timesOf(large), 0.5) / percentile(timesOf(small), 0.5);
  const p95 = percentile(timesOf(large), 0.95) / percentile(timesOf(small), 0.95);
  return [["p50", p50] as const, ["p95", p95] as const].map(([name, times]) => ({
    what: `search ${name}, growth`,
    value: `${times.toFixed(1)} times`,
    comparedWith: `${growth.toFixed(0)} times the pages`,
    ratio: times / growth,
    aim: "≤ 1.00",
    note: "the larger case's time over the smaller one's",
  }));
}

/** The searches that the peer was asked too, one distribution against the other. */
function comparePeer(measured: Measured, peer: PeerTimes): readonly Figure[] {
  const both = measured.report.asked.filter(({ query }) => peer.milliseconds.has(query));
  const own = both.map(({ milliseconds }) => milliseconds);
  const theirs = both.map(({ query }) => peer.milliseconds.get(query) ?? 0);
  return (["p50", "p95"] as const).map((name): Figure => {
    const rank = name === "p50" ? 0.5 : 0.95;
    const [mine, other] = [percentile(own, rank), percentile(theirs, rank)];
    return {
      what: `search ${name} against ${peer.name}`,
      value: `${mine.toFixed(1)} ms`,
      comparedWith: `${peer.name}: ${other.toFixed(1)} ms`,
      ratio: mine / other,
      aim: "≤ 1.00",
      note: `${both.length} searches that both know${peer.indexing === null ? "" : `; it indexed in ${peer.indexing.toFixed(0)} s`}`,
    };
  });
}
