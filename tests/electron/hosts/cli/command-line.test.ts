import { describe, expect, it } from "vitest";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import {
  createFakeBackend,
  FAKE_CORRELATION_ID,
  type FakeBackendParts,
} from "../../../contract/support/fake-backend.ts";
import { runInProcess } from "./run-in-process.ts";
import { CASE_INFO } from "./sample-answers.ts";

/** What a search has when nothing else is said. */
const SEARCH = {
  ...{ stemming: true, synonyms: true, confident: false, without: [], filters: [] },
  ...{ sort: "relevance", offset: 0, pagesEach: 3, facets: false },
};

function backendWith(handlers: FakeBackendParts["handlers"] = {}) {
  return createFakeBackend({ handlers: { "case.open": () => CASE_INFO, ...handlers } });
}

describe("a command", () => {
  it("opens the case, runs, closes", async () => {
    const opened: string[] = [];
    const backend = backendWith({
      "case.open": ({ directory }) => {
        opened.push(directory);
        return CASE_INFO;
      },
      "tags.list": () => ({ tags: [] }),
    });
    const run = await runInProcess(["tags", "list", "--case", "/cases/matter", "--json"], backend);
    expect(run).toEqual({ exitCode: 0, stdout: '{"tags":[]}\n', stderr: "" });
    expect(opened).toEqual(["/cases/matter"]);
    expect(backend.isClosed).toBe(true);
  });

  it("turns words into the values of the schema", async () => {
    const inputs: unknown[] = [];
    const take = (input: unknown): never => {
      inputs.push(input);
      throw new ProbativeError("tag/not-found");
    };
    const backend = backendWith({ "search.query": take, "passages.create": take, "tags.create": take });
    const document = "doc_000000000001";
    const ranges = [{ page: 1, start: 0, end: 4 }];
    const commands = [
      ["search", "query", "a b", "--limit", "5", "--case", "m"],
      ["passages", "create", "--document", document, "--quote", "q", "--tag", "A", "--tag", "B", "--case=m"],
      ["passages", "create", "--document", document, "--ranges", JSON.stringify(ranges), "--case", "m"],
      ["tags", "create", "A", "--color", "teal", "--key", "none", "--case", "m"],
      ["search", "query", "--case", "m", "--", "-dash"],
    ];
    for (const command of commands) expect((await runInProcess(command, backend)).exitCode).toBe(3);
    expect(inputs).toEqual([
      { ...SEARCH, query: "a b", limit: 5 },
      { document, quote: "q", tag: ["A", "B"], note: "", marks: [] },
      { document, ranges, tag: [], note: "", marks: [] },
      { name: "A", color: "teal", key: null },
      { ...SEARCH, query: "-dash", limit: 50 },
    ]);
  });

  it("exits with 7 when the case differs, and shows the report all the same", async () => {
    const report = {
      ok: false,
      originalsChecked: 1,
      originals: [{ documentId: "doc_000000000001", fileName: "a.pdf", problem: "altered", message: "other bytes" }],
      databases: [{ name: "case.db", ok: true, problems: [] }],
      journal: {
        ok: false,
        entries: 3,
        head: "0".repeat(64),
        problems: [{ sequence: 2, problem: "it was rewritten" }],
      },
      passagesChecked: 0,
      passages: [],
      tookMs: 3,
    };
    const backend = backendWith({ "case.verify": () => report as never });
    const asJson = await runInProcess(["case", "verify", "--case", "m", "--json"], backend);
    expect([asJson.exitCode, JSON.parse(asJson.stdout)]).toEqual([7, report]);
    const asText = await runInProcess(["case", "verify", "--case", "m"], backend);
    expect(asText.exitCode).toBe(7);
    expect(asText.stdout).toContain("altered  a.pdf  other bytes");
    expect(asText.stdout).toContain("2  it was rewritten");
    expect(asText.stdout).toContain("The case differs");
  });

  it("exits with 7 when the journal differs", async () => {
    const answer = (problems: readonly { sequence: number; problem: string }[]) => ({
      ok: problems.length === 0,
      head: { entries: 2, hash: "a".repeat(64), at: null },
      problems: [...problems],
    });
    const words = ["journal", "verify", "--case", "m"];
    const broken = await runInProcess(
      words,
      backendWith({ "journal.verify": () => answer([{ sequence: 1, problem: "its hash is another" }]) }),
    );
    expect(broken.exitCode).toBe(7);
    expect(broken.stdout).toContain("1  its hash is another");
    const sound = await runInProcess(words, backendWith({ "journal.verify": () => answer([]) }));
    expect([sound.exitCode, sound.stdout]).toEqual([0, `2 entries\n${"a".repeat(64)}\nThe chain is whole.\n`]);
  });

  it("takes lists with commas, and switches off what is on by itself", async () => {
    const inputs: unknown[] = [];
    const take = (input: unknown): never => {
      inputs.push(input);
      throw new ProbativeError("import/path-not-found");
    };
    const backend = backendWith({ "documents.import": take, "documents.set": take, "passages.create": take });
    const document = "doc_000000000001";
    const commands = [
      ["documents", "import", "a", "b", "--languages", "eng,spa", "--case", "m"],
      ["documents", "import", "a", "--languages", "eng", "--languages", "fra", "--no-ocr", "--case", "m"],
      [
        "documents",
        "set",
        document,
        "--kind",
        "none",
        "--date",
        "2025-03",
        "--as-detected",
        "court,author",
        "--case",
        "m",
      ],
      ["passages", "create", "--document", document, "--quote", "q", "--tag", "Cost, custody", "--case", "m"],
    ];
    for (const command of commands) expect((await runInProcess(command, backend)).exitCode).toBe(3);
    expect(inputs).toMatchObject([
      { paths: ["a", "b"], languages: ["eng", "spa"], ocr: true },
      { paths: ["a"], languages: ["eng", "fra"], ocr: false },
      { documents: [document], kind: null, date: "2025-03", asDetected: ["court", "author"] },
      { tag: ["Cost, custody"] },
    ]);
  });

  it("prints the account as the text that was asked for, and nothing besides", async () => {
    const text = "\ufeffpath\r\na.pdf\r\n";
    const backend = backendWith({ "import.report": () => ({ files: [], text }) });
    const run = await runInProcess(["import", "report", "--format", "csv", "--case", "m"], backend);
    expect(run).toEqual({ exitCode: 0, stdout: "\ufeffpath\r\na.pdf\n", stderr: "" });
  });
});

describe("a failure", () => {
  const locked = () => {
    throw new ProbativeError("case/locked", "Process 12 has it.", { pid: 12 });
  };

  it("is one JSON value on stdout with --json", async () => {
    const run = await runInProcess(["tags", "list", "--case", "m", "--json"], backendWith({ "case.open": locked }));
    expect(run.exitCode).toBe(4);
    expect(run.stderr).toBe("");
    expect(run.stdout.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(run.stdout)).toEqual({
      error: {
        code: "case/locked",
        message: "This case is open in another program. Process 12 has it.",
        action: "Close it there, then try again.",
        retryable: true,
        details: { pid: 12 },
      },
    });
  });

  it("is a sentence and what to do on stderr without", async () => {
    const run = await runInProcess(["tags", "list", "--case", "m"], backendWith({ "case.open": locked }));
    expect(run).toEqual({
      exitCode: 4,
      stdout: "",
      stderr:
        "This case is open in another program. Process 12 has it.\nClose it there, then try again. (case/locked)\n",
    });
  });

  it("without a name shows the number of its place in the log, and no stack", async () => {
    const backend = backendWith();
    const run = await runInProcess(["tags", "list", "--case", "m"], backend);
    expect(run.exitCode).toBe(70);
    expect(run.stderr).toContain(`Number: ${FAKE_CORRELATION_ID}.`);
    expect(run.stderr).not.toContain("no handler");
    expect(backend.reported).toHaveLength(1);
    expect(backend.isClosed).toBe(true);
  });

  it.each([
    [["tags", "list"], 2, "input/invalid", "--case <folder>"],
    [["tags", "list", "--case", "m", "--bogus"], 2, "input/invalid", "--bogus"],
    [["tags", "nothing"], 2, "input/unknown-procedure", "nothing"],
    [["nothing"], 2, "input/unknown-procedure", "nothing"],
    [["search", "query", "--case", "m"], 2, "input/invalid", "query"],
    [["search", "query", "a", "b", "--case", "m"], 2, "input/invalid", "too many arguments"],
    [["search", "query", "a", "--limit", "many", "--case", "m"], 2, "input/invalid", "limit"],
    [["search", "query", "a", "--limit", "", "--case", "m"], 2, "input/invalid", "limit"],
    [["passages", "create", "--document", "x", "--quote", "q", "--case", "m"], 2, "input/invalid", "document"],
    [["passages", "create", "--document", "x", "--ranges", "[", "--case", "m"], 2, "input/invalid", "ranges"],
    [
      ["export", "brief", "--brief", "brf_000000000001", "--format", "doc", "--case", "m"],
      2,
      "input/invalid",
      "format",
    ],
    [["jobs", "cancel", "job_000000000001", "--case", "m"], 2, "input/unknown-procedure", "cancel"],
    [["serve", "--case", "m", "--port", "x", "--bogus"], 2, "input/invalid", "--bogus"],
  ])("of %j exits with %d as %s", async (words, exitCode, code, part) => {
    const asText = await runInProcess(words, backendWith());
    expect([asText.exitCode, asText.stdout]).toEqual([exitCode, ""]);
    expect(asText.stderr).toContain(`(${code})`);
    const asJson = await runInProcess([...words, "--json"], backendWith());
    const { error } = JSON.parse(asJson.stdout);
    expect([asJson.exitCode, asJson.stderr, error.code]).toEqual([exitCode, "", code]);
    expect(error.message).toContain(part);
  });

  it("does not take a --json after -- for the option", async () => {
    const run = await runInProcess(["search", "query", "--case", "m", "--", "--json"], backendWith());
    expect([run.exitCode, run.stdout]).toEqual([70, ""]);
  });
});

describe("text of a document", () => {
  const hostile = "\u001b]0;owned\u0007\u009b2J\u202egnp.exe";

  it("cannot act on the terminal", async () => {
    const tag = { tagId: "tag_000000000001", name: hostile, color: "teal", key: null, passages: 0 };
    const backend = backendWith({ "tags.list": () => ({ tags: [tag] }) as never });
    for (const words of [
      ["tags", "list", "--case", "m"],
      ["tags", "list", "--case", "m", "--json"],
    ]) {
      const { stdout } = await runInProcess(words, backend);
      expect(stdout).toContain("owned");
      expect(stdout).not.toMatch(/[\u001b\u0007\u009b\u202e]/);
    }
    const { stdout } = await runInProcess(["tags", "list", "--case", "m", "--json"], backend);
    expect(JSON.parse(stdout).tags[0].name).toBe(hostile);
  });
});
