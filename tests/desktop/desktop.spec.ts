import { join } from "node:path";
import { expect } from "@playwright/test";
import { reasonNotToRun, test } from "./desktop-window.ts";

const reason = reasonNotToRun();
test.skip(reason !== null, reason ?? "");

test("the window is our own page, sandboxed, with the bridge and nothing more", async ({ desktop }) => {
  const { application, page } = desktop;
  expect(page.url()).toMatch(/^probative:\/\/app\//u);
  await expect(page).toHaveTitle(/Probative/u);
  const reach = await page.evaluate(() => ({
    node: ["require", "process", "module", "Buffer", "__dirname"].filter((name) => name in window),
    bridge: Object.keys((window as unknown as { readonly probative: object }).probative).sort(),
  }));
  expect(reach.node).toEqual([]);
  expect(reach.bridge).toEqual(
    [
      "call",
      "chooseCaseFolder",
      "chooseFiles",
      "chooseFolder",
      "listen",
      "openAddress",
      "pathForFile",
      "showInFolder",
    ].sort(),
  );
  const switches = await application.evaluate(({ app, BrowserWindow }) => ({
    noSandbox: app.commandLine.hasSwitch("no-sandbox"),
    windows: BrowserWindow.getAllWindows().length,
  }));
  expect(switches).toEqual({ noSandbox: false, windows: 1 });
});

test("nothing leaves the window and nothing else comes in", async ({ desktop }) => {
  const { application, page } = desktop;
  const outcome = await page.evaluate(async () => {
    const fails = async (work: () => Promise<unknown>) =>
      work().then(
        () => false,
        () => true,
      );
    return {
      fetch: await fails(() => fetch("https://example.org/")),
      loopback: await fails(() => fetch("http://127.0.0.1:1/")),
      file: await fails(() => fetch("file:///etc/hostname")),
      popup: window.open("probative://app/index.html") === null,
      geolocation: (await navigator.permissions.query({ name: "geolocation" })).state,
    };
  });
  expect(outcome).toEqual({ fetch: true, loopback: true, file: true, popup: true, geolocation: "denied" });
  await page.evaluate(() => window.location.assign("https://example.org/"));
  expect(page.url()).toMatch(/^probative:\/\/app\//u);
  expect(await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test("the main job runs through the window", async ({ desktop }) => {
  const { page, folder, call } = desktop;
  const directory = join(folder, "sample.probative");
  expect(await call("case.create-sample", { directory })).toMatchObject({ ok: true });
  const documents = async () => {
    const { value } = await call("case.current", {});
    return (value as { readonly case: { readonly documents: number } | null }).case?.documents ?? 0;
  };
  await expect.poll(documents, { timeout: 60_000 }).toBeGreaterThan(5);
  await expect.poll(async () => (await call("jobs.list", {})).value).toMatchObject({ jobs: [{ status: "done" }] });
  await expect(page.getByText(/Note Verbale/u).first()).toBeVisible();

  const found = (await call("search.query", { query: '"grant to defray"' })).value as {
    readonly results: readonly { readonly documentId: string }[];
  };
  const [first] = found.results;
  const part = await page.evaluate(async (id) => {
    const reply = await fetch(`probative://app/files/documents/${id}`, { headers: { Range: "bytes=0-4" } });
    return [reply.status, await reply.text()];
  }, first?.documentId);
  expect(part).toEqual([206, "%PDF-"]);
  expect(await call("nothing", {})).toMatchObject({ ok: false, error: { code: "input/unknown-procedure" } });
});

test("a backend that dies is started again", async ({ desktop }) => {
  const { application, call } = desktop;
  await application.evaluate(({ app, dialog }) => {
    // The message box would wait for a person.
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    const backend = app.getAppMetrics().find((metric) => metric.name === "Probative case");
    if (backend !== undefined) process.kill(backend.pid);
  });
  await expect.poll(async () => (await call("case.current", {})).ok).toBe(true);
});
