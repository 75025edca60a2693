import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildZip, type PackedEntry } from "../electron/adapters/convert/archive/build-zip.ts";
import { importHostile } from "./import-folder.ts";

const LONG = `${"n".repeat(251)}.txt`;
/** Written apart and together: one name to people and to some file systems, two to this one. */
const COMPOSED = "ca\u00f1on.txt";
const DECOMPOSED = "can\u0303on.txt";

/** Names that some system stumbles over, or that mean another place (safety, H5). */
const NAMES: readonly string[] = [
  LONG,
  "CON",
  "con.txt",
  "NUL.pdf",
  "COM1.txt",
  "trailing dot.",
  "trailing space ",
  " leading space.txt",
  "-rf",
  "annex\u202efdp.txt",
  "zero\u200bwidth.txt",
  COMPOSED,
  DECOMPOSED,
  "Case.txt",
  "case.TXT",
  "CASE.txt",
  "line\nbreak.txt",
  "escape\u001b[31m.txt",
  "a:stream.txt",
  "back\\slash.txt",
  "what?*<>|.txt",
  "%2e%2e%2fetc%2fpasswd",
  "~",
  "$(touch here)",
  "`touch here`",
  "'; DROP TABLE documents; --",
];

/** Only inside of an archive can a file have such a name. */
const PACKED_NAMES: readonly (string | Buffer)[] = [
  "../../outside.txt",
  "/etc/outside.txt",
  "C:\\outside.txt",
  "..\\..\\outside.txt",
  "nul\u0000byte.txt",
  "folder/../../outside.txt",
  "\\\\server\\share\\outside.txt",
  "./.",
  "..",
  "",
  "x".repeat(4_096),
  "deep/".repeat(800).concat("file.txt"),
  Buffer.from([0xff, 0xfe, 0x80, 0x2e, 0x74, 0x78, 0x74]),
  "same.txt",
  "same.txt",
];

/** Letters and digits: a text of its own for each name, so that none is a duplicate. */
function textFor(number: number): string {
  return `SPECIMEN text number ${number} of the names\n`;
}

test.skipIf(process.platform === "win32")(
  "names of every kind on disk are imported, and nothing lands outside of the case",
  { timeout: 60_000 },
  async () => {
    let made = 0;
    const { account, root, home, given } = await importHostile({}, (folder) => {
      const write = (path: string | Buffer): void => {
        writeFileSync(path, textFor(made));
        made += 1;
      };
      for (const name of NAMES) write(join(folder, name));
      write(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe9, 0xff, 0x2e, 0x74, 0x78, 0x74])]));
      // A path of 4,095 bytes, the most that the system takes; the last name is cut to what is left.
      const part = "p".repeat(250);
      let path = folder;
      while (path.length + 2 * (part.length + 1) < 4_095) path = join(path, part);
      mkdirSync(path, { recursive: true });
      write(join(path, "q".repeat(Math.min(255, 4_095 - path.length - 1))));
      // Beyond it: made from inside, and no single path leads there.
      onTestFinished(() => {
        expect(spawnSync("rm", ["-rf", folder]).status).toBe(0);
      });
      const step = `fs.mkdirSync("${part}"); process.chdir("${part}");`;
      const further = `${step}${step}fs.writeFileSync("out-of-reach.txt", "SPECIMEN")`;
      expect(spawnSync(process.execPath, ["-e", further], { cwd: path }).status).toBe(0);
    });
    const imported = account.files.filter(({ outcome }) => outcome === "imported");
    expect(imported).toHaveLength(made);
    // What no path leads to is reported.
    const unread = account.files.filter(({ outcome }) => outcome !== "imported");
    expect(unread).toMatchObject([{ outcome: "failed", reason: "import/unreadable" }]);
    expect(account.pending).toBe(0);
    expect(readdirSync(root).sort()).toEqual(["case", "given", home.slice(root.length + 1)].sort());
    expect(readdirSync(given)).toHaveLength(NAMES.length + 2);
  },
);

test("names of every kind in an archive are imported or reported, and nothing lands outside of the case", {
  timeout: 60_000,
}, async () => {
  const entries: PackedEntry[] = [...NAMES, ...PACKED_NAMES].map((name, number) => ({
    name,
    content: Buffer.from(textFor(number)),
    isUtf8: !Buffer.isBuffer(name),
  }));
  const { account, backend, root, caseFolder, home } = await importHostile({
    "names.zip": buildZip([...entries, { name: "link.txt", content: Buffer.from("/etc/passwd"), mode: 0o12_0777 }]),
  });
  expect(account).toMatchObject({ given: entries.length + 2, pending: 0, failed: 0, skipped: 1 });
  expect(account.imported).toBe(entries.length + 1);
  expect(readdirSync(root).sort()).toEqual(["case", "given", home.slice(root.length + 1)].sort());
  // Originals are known by their hash alone.
  const stored = readdirSync(join(caseFolder, "originals"), { recursive: true, encoding: "utf8" });
  expect(stored.every((path) => /^[0-9a-f]{2}(?:\/[0-9a-f]{64})?$/u.test(path))).toBe(true);
  // What people see has nothing in it that hides or reorders.
  const { documents } = await backend.call("documents.list", {});
  const shown = [...account.files.map(({ path }) => path), ...documents.flatMap((each) => [each.fileName, each.title])];
  expect(shown.filter((name) => /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u.test(name))).toEqual([]);
  expect(await backend.call("case.verify", {})).toMatchObject({ ok: true });
});
