import { describe, expect, it } from "vitest";
import { commandWords } from "#hosts/cli/areas.ts";
import { exampleOf } from "#hosts/cli/examples.ts";
import { buildProgram, type ProcedureRequest } from "#hosts/cli/program.ts";
import { procedureNames, procedureOf } from "#shared/contract/contract.ts";
import { parseInput } from "#shared/contract/validate.ts";
import { createFakeBackend } from "../../../contract/support/fake-backend.ts";
import { runInProcess } from "./run-in-process.ts";

const offered = procedureNames.filter((name) => procedureOf(name).commandLine !== undefined);

async function requestOf(words: readonly string[]): Promise<ProcedureRequest> {
  const stream = { write: () => undefined, isTerminal: false, columns: 80 };
  return new Promise((resolve, reject) => {
    const program = buildProgram({
      version: "1.2.3",
      stdout: stream,
      stderr: stream,
      holdBack: () => undefined,
      runProcedure: async (request) => resolve(request),
      serve: async () => reject(new Error("serve was not asked for")),
    });
    program.parseAsync(words, { from: "user" }).catch(reject);
  });
}

/** Splits a line as a shell does: by blanks, with single quotes. */
function shellWords(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

describe("--help", () => {
  it("stands at every level, on stdout, with exit code 0", async () => {
    const levels = [[], ["serve"], ...offered.map((name) => Object.values(commandWords(name)))];
    for (const words of levels) {
      const run = await runInProcess([...words, "--help"], createFakeBackend());
      expect([words, run.exitCode, run.stderr]).toEqual([words, 0, ""]);
      expect(run.stdout).toMatch(/^Usage: probative/);
      expect(run.stdout).toContain("Example");
    }
  });

  it("says what each command and each field of it is for", async () => {
    for (const name of offered) {
      const { stdout } = await runInProcess([...Object.values(commandWords(name)), "--help"], createFakeBackend());
      const flat = stdout.replace(/\s+/g, " ");
      expect(flat).toContain(procedureOf(name).summary);
    }
  });

  it.each(offered)("has an example of %s that is a valid call", async (name) => {
    const [program, ...words] = shellWords(exampleOf(name));
    expect(program).toBe("probative");
    const request = await requestOf(words);
    expect(request.name).toBe(name);
    expect(() => parseInput(request.name, request.input)).not.toThrow();
    expect(request.caseDirectory === null).toBe(procedureOf(name).scope === "none");
  });
});

describe("the rest of the first line", () => {
  it("has the version", async () => {
    expect(await runInProcess(["--version"], createFakeBackend())).toEqual({
      exitCode: 0,
      stdout: "1.2.3\n",
      stderr: "",
    });
  });

  it.each([[[]], [["tags"]]])("shows the help on stderr when the verb is missing: %j", async (words) => {
    const run = await runInProcess(words, createFakeBackend());
    expect([run.exitCode, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toMatch(/^Usage: probative/);
    const asJson = await runInProcess([...words, "--json"], createFakeBackend());
    expect(JSON.parse(asJson.stdout).error.code).toBe("input/unknown-procedure");
  });

  it("takes --json anywhere", async () => {
    for (const words of [
      ["--json", "tags", "list"],
      ["tags", "--json", "list"],
      ["tags", "list", "--json"],
    ]) {
      expect((await requestOf([...words, "--case", "m"])).json).toBe(true);
    }
    expect((await requestOf(["tags", "list", "--case", "m"])).json).toBe(false);
  });

  it("offers no procedure that makes sense in a window only", async () => {
    const { stdout } = await runInProcess(["case", "--help"], createFakeBackend());
    expect(stdout).toContain("verify");
    expect(stdout).not.toMatch(/^ {2}(open|close|recent|current) /m);
  });

  it("takes the case from the environment", async () => {
    process.env["PROBATIVE_CASE"] = "/from/environment";
    try {
      expect((await requestOf(["tags", "list"])).caseDirectory).toBe("/from/environment");
      expect((await requestOf(["tags", "list", "--case", "/given"])).caseDirectory).toBe("/given");
    } finally {
      delete process.env["PROBATIVE_CASE"];
    }
  });
});
