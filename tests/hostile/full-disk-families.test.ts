import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { contentOf } from "../support/compare-cases.ts";
import { fakeContainer } from "../support/fake-files.ts";
import { type GivenFiles, runImport, runnerWith, setUpTestCase } from "../support/test-case.ts";

/** Containers with files inside, one of them a container itself. */
const TROVE: GivenFiles = Object.fromEntries(
  Array.from({ length: 4 }, (_, at) => [
    `box-${at}.zip`,
    fakeContainer({
      title: `Box ${at}`,
      children: [
        { name: "own.pdf", file: { pdf: { pages: [`SPECIMEN in box ${at}`] } } },
        { name: "shared.pdf", file: { pdf: { pages: ["SPECIMEN shared by all boxes"] } } },
        {
          name: "inner.zip",
          file: { container: { children: [{ name: "deep.pdf", file: { pdf: { pages: [`SPECIMEN deep ${at}`] } } }] } },
        },
      ],
    }),
  ]),
);

function full(): never {
  throw new ProbativeError("export/no-space");
}

/** Where the disk may be full while files inside of files are imported, besides writing their bytes. */
const PLACES: Readonly<Record<string, (ports: CasePorts, isFull: () => boolean) => Partial<CasePorts["vault"]>>> = {
  "a rendition is kept": ({ vault }, isFull) => ({
    keepRendition: async (sha256, pdf) => (isFull() ? full() : vault.keepRendition(sha256, pdf)),
  }),
  "a file inside is made durable": ({ vault }, isFull) => ({
    stageBytes: () => {
      const writer = vault.stageBytes();
      return { ...writer, finish: () => (isFull() ? full() : writer.finish()) };
    },
  }),
  "a file inside is made an original": ({ vault }, isFull) => ({
    keep: async (staged) => (isFull() ? full() : vault.keep(staged)),
  }),
};

describe.each(Object.keys(PLACES))("a disk that is full when %s (safety, D3)", (place) => {
  it.each([0, 1, 3, 6])(
    "ends the import cleanly, and resumed it is as one that ran through (after %i)",
    async (after) => {
      const whole = await setUpTestCase();
      const wanted = await whole.importAll(TROVE);
      const test = await setUpTestCase();
      await test.give(TROVE);
      const ports = test.ports();
      let calls = 0;
      const isFull = (): boolean => {
        calls += 1;
        return calls > after;
      };
      const vault = { ...ports.vault, ...PLACES[place]?.(ports, isFull) };
      const limited: CasePorts = { ...ports, vault };
      const jobs = runnerWith(limited);
      const { jobId } = await runImport(jobs, limited, [test.given]);
      expect(jobs.show(jobId)).toMatchObject({
        status: "failed",
        error: "The disk is full. Free some space and try again; nothing was changed.",
      });
      expect(readdirSync(join(test.folder, "staging"))).toEqual([]);
      expect(ports.index.documentIds().size).toBe(ports.documents.list().length);
      expect(ports.index.check()).toEqual([]);

      test.session().jobs.resume(jobId);
      await test.session().jobs.settled();
      const { given, imported, duplicate, failed, skipped, pending, pages } = wanted;
      expect(ports.jobs.account(jobId)).toMatchObject({ given, imported, duplicate, failed, skipped, pending, pages });
      expect(contentOf(ports)).toEqual(contentOf(whole.ports()));
      expect(readdirSync(join(test.folder, "staging"))).toEqual([]);
    },
  );
});
