import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { generateHostileFiles } from "#fixtures/hostile.ts";
import { setUpTempFolder } from "../support/temp-folder.ts";
import { filesBelow, importHostile, readAllPages } from "./import-folder.ts";
import { makeReachingDocuments, makeSecretPicture } from "./reaching-documents.ts";

const SECRET = "heliotrope-canary-sings-at-noon";

/** A server that counts whoever comes, also those that connect and say nothing. */
async function setUpCanaryServer(): Promise<{ readonly origin: string; readonly hits: () => number }> {
  let hits = 0;
  const server = createServer((_, response) => {
    response.end(SECRET);
  });
  server.on("connection", (socket: Socket) => {
    hits += 1;
    socket.unref();
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, hits: () => hits };
}

test("no document reaches the network or a file of this machine (safety, I1 and H7)", {
  timeout: 120_000,
}, async () => {
  const { origin, hits } = await setUpCanaryServer();
  const outside = setUpTempFolder();
  const secretText = join(outside, "secret.txt");
  const secretPicture = join(outside, "secret.png");
  const picture = makeSecretPicture();
  writeFileSync(secretText, SECRET);
  writeFileSync(secretPicture, picture.png);

  const reaching = makeReachingDocuments({ origin, secretText, secretPicture });
  const hostile = Object.fromEntries((await generateHostileFiles()).map(({ path, bytes }) => [path, bytes]));
  const done = await importHostile({ ...hostile, ...reaching });
  const { backend, account, caseFolder, home, given } = done;
  expect(account.pending).toBe(0);

  // Each of them was read: none is harmless only because it was refused. A definition of entities is refused as such.
  const fates = Object.keys(reaching).map((name) => {
    const file = account.files.find(({ path }) => path === join(given, name));
    return [name, file?.outcome === "imported" ? "imported" : file?.reason];
  });
  expect(Object.fromEntries(fates)).toEqual(
    Object.fromEntries(
      Object.keys(reaching).map((name) => [name, name === "entity.docx" ? "import/corrupt" : "imported"]),
    ),
  );

  // Looking at pages, printing and copying fetch nothing either.
  const text = await readAllPages(done);
  expect(text).toContain("SPECIMEN document that reaches out");
  expect(text).not.toContain(SECRET);
  for (const { documentId } of (await backend.call("documents.list", {})).documents) {
    await backend.documentFile(documentId);
    await backend.call("export.annotated", { document: documentId }).catch(() => null);
  }
  await backend.call("case.rebuild-index", {});
  const { jobs } = await backend.call("jobs.list", {});
  for (const { jobId } of jobs) await done.finished(jobId);

  expect(hits()).toBe(0);
  for (const folder of [caseFolder, home]) {
    const leaks = filesBelow(folder).filter(({ bytes }) => bytes.includes(SECRET) || bytes.includes(picture.rows));
    expect(leaks.map(({ path }) => path)).toEqual([]);
  }
});
