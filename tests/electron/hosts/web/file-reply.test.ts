import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { prepareFileReply } from "#hosts/web/file-reply.ts";

const NO_CONDITIONS = { range: undefined, ifRange: undefined, ifNoneMatch: undefined };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "probative-file-reply-"));
  await writeFile(join(folder, "file"), "0123456789");
});

afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['a "quoted" name.pdf', `filename="a _quoted_ name.pdf"; filename*=UTF-8''a%20%22quoted%22%20name.pdf`],
  ["line\r\nX-Evil: 1.pdf", `filename="line__X-Evil: 1.pdf"; filename*=UTF-8''line%0D%0AX-Evil%3A%201.pdf`],
  ["Nötiz (1)*.pdf", `filename="N_tiz (1)*.pdf"; filename*=UTF-8''N%C3%B6tiz%20%281%29%2A.pdf`],
  ["half \ud800.pdf", `filename="half _.pdf"; filename*=UTF-8''half%20%EF%BF%BD.pdf`],
])("offers %j under a name that cannot break the head", async (name, expected) => {
  const file = { path: join(folder, "file"), mediaType: "application/pdf", name };
  const reply = await prepareFileReply(file, { kind: "export" }, NO_CONDITIONS);
  await reply.handle.close();
  expect(reply.headers["Content-Disposition"]).toBe(`attachment; ${expected}`);
});

it("gives an export that was written again another tag", async () => {
  const file = { path: join(folder, "file"), mediaType: "application/pdf", name: "brief.pdf" };
  const before = await prepareFileReply(file, { kind: "export" }, NO_CONDITIONS);
  await before.handle.close();
  await writeFile(file.path, "01234567890");
  const after = await prepareFileReply(file, { kind: "export" }, NO_CONDITIONS);
  await after.handle.close();
  expect(after.headers["ETag"]).not.toBe(before.headers["ETag"]);
});
