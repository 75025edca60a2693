import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateHostileFiles } from "#fixtures/hostile.ts";
import { openSample } from "./support/actions.ts";
import { expect, test } from "./support/workbench.ts";

test("hostile files come in through the window: each is imported or refused with its reason", async ({ workbench }) => {
  const { page, call, folder, complaints } = workbench;
  await openSample(workbench);
  const files = await generateHostileFiles();
  const paths = files.map(({ path, bytes }) => {
    const target = join(folder, "given", path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    return target;
  });

  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: /Import files/u }).click(),
  ]);
  await chooser.setFiles(paths);
  const latest = async () => (await call("jobs.list", {})).jobs[0];
  await expect.poll(async () => (await call("jobs.list", {})).jobs.length, { timeout: 60_000 }).toBe(2);
  await expect.poll(async () => (await latest())?.status, { timeout: 60_000 }).toBe("done");

  const job = await latest();
  if (job === undefined) throw new Error("there is no job");
  const account = await call("jobs.account", { job: job.jobId });
  expect(account.imported + account.duplicate + account.failed + account.skipped).toBe(account.given);
  expect(account.given).toBe(files.length);
  for (const { path, expectedReason } of files) {
    const line = account.files.find((file) => path.endsWith(file.path));
    // What is named as a PDF and is not one is read as what it is.
    if (expectedReason === "imports" || expectedReason === "not-a-pdf") expect(line?.outcome, path).toBe("imported");
    else expect(line?.reason, path).toBe(`import/${expectedReason}`);
  }

  await page.getByRole("button", { name: "Activity", exact: true }).click();
  await expect(page.getByText(/asks for a password/u).first()).toBeVisible();
  await expect(page.getByText(/is empty \(0 bytes\)/u).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("importing the same files again adds nothing and says so", async ({ workbench }) => {
  const { page, call, folder } = workbench;
  await openSample(workbench);
  const { documents } = await call("documents.list", {});
  const [first] = documents;
  if (first === undefined) throw new Error("the sample is empty");
  const bytes = await page.evaluate(async (address) => {
    const response = await fetch(address);
    return [...new Uint8Array(await response.arrayBuffer())];
  }, `/files/documents/${first.documentId}`);
  const copy = join(folder, "the same again.pdf");
  writeFileSync(copy, Uint8Array.from(bytes));

  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: /Import files/u }).click(),
  ]);
  await chooser.setFiles([copy]);
  await expect.poll(async () => (await call("jobs.list", {})).jobs.length).toBe(2);
  await expect.poll(async () => (await call("jobs.list", {})).jobs[0]?.status).toBe("done");
  const [job] = (await call("jobs.list", {})).jobs;
  if (job === undefined) throw new Error("there is no job");
  const account = await call("jobs.account", { job: job.jobId });
  expect(account.files).toEqual([
    expect.objectContaining({ path: "the same again.pdf", outcome: "duplicate", documentId: first.documentId }),
  ]);
  expect((await call("documents.list", {})).documents).toHaveLength(documents.length);
});

test("files dropped on the window are imported", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  const opens = (await generateHostileFiles()).find((file) => file.expectedReason === "imports");
  if (opens === undefined) throw new Error("the fixtures have no file that imports");
  const dropped = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer();
      for (const { name, bytes } of files) transfer.items.add(new File([Uint8Array.from(bytes)], name));
      return transfer;
    },
    [
      { name: "dropped.pdf", bytes: [...opens.bytes] },
      { name: "empty.pdf", bytes: [] },
    ],
  );
  await page.getByRole("main").dispatchEvent("dragenter", { dataTransfer: dropped });
  await page.getByRole("main").dispatchEvent("dragover", { dataTransfer: dropped });
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: dropped });
  await expect.poll(async () => (await call("jobs.list", {})).jobs.length).toBe(2);
  await expect.poll(async () => (await call("jobs.list", {})).jobs[0]?.status).toBe("done");
  const [job] = (await call("jobs.list", {})).jobs;
  if (job === undefined) throw new Error("there is no job");
  const { files } = await call("jobs.account", { job: job.jobId });
  expect(files.map(({ path, outcome }) => [path, outcome])).toEqual([
    ["dropped.pdf", "imported"],
    ["empty.pdf", "failed"],
  ]);
  expect(complaints).toEqual([]);
});
