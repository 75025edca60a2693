import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { browserCommand, openInBrowser, redirectPage } from "#hosts/cli/open-browser.ts";
import { type ServeParts, serveWorkbench } from "#hosts/cli/serve.ts";
import { createFakeBackend } from "../../../contract/support/fake-backend.ts";
import { createTestStop } from "./run-in-process.ts";
import { CASE_INFO } from "./sample-answers.ts";

function startServing(request: Partial<Parameters<typeof serveWorkbench>[1]>, parts: Partial<ServeParts> = {}) {
  const stop = createTestStop();
  const written = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => ({
    write(text: string) {
      written[name] += text;
    },
    isTerminal: false,
    columns: 80,
  });
  const backend = createFakeBackend({ handlers: { "case.open": () => CASE_INFO } });
  const ended = serveWorkbench(
    backend,
    { caseDirectory: null, port: 0, openBrowser: false, json: false, ...request },
    { assetsDirectory: tmpdir(), stdout: stream("stdout"), stderr: stream("stderr"), stop, ...parts },
  );
  return { stop, written, ended, backend };
}

describe("serve", () => {
  it("prints one JSON value, goes on serving, and ends when asked", async () => {
    const { stop, written, ended } = startServing({ json: true, caseDirectory: "m" });
    await expect.poll(() => written.stdout).not.toBe("");
    const described = JSON.parse(written.stdout);
    expect(described).toMatchObject({ origin: `http://127.0.0.1:${described.port}`, case: CASE_INFO });
    expect(described.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
    expect((await fetch(`${described.origin}/nothing`)).status).toBe(404);
    stop.ask();
    await ended;
    await expect(fetch(`${described.origin}/nothing`)).rejects.toThrow();
  });

  it("prints the link, and a new one for each Enter", async () => {
    let press: () => void = () => undefined;
    const onLine = (listener: () => void) => {
      press = listener;
      return () => undefined;
    };
    const { stop, written, ended } = startServing({}, { onLine });
    await expect.poll(() => written.stdout).toContain("#token=");
    press();
    const links = written.stdout.match(/#token=[\w-]+/g) ?? [];
    expect(new Set(links).size).toBe(2);
    stop.ask();
    await ended;
  });

  it("says in a plain line that a port is taken, and uses a free one", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { stop, written, ended } = startServing({ port, json: true });
    await expect.poll(() => written.stdout).not.toBe("");
    expect(written.stderr).toBe(`Port ${port} is taken; a free one is used instead.\n`);
    expect(JSON.parse(written.stdout).port).not.toBe(port);
    stop.ask();
    await ended;
    other.close();
  });

  it.each([Number.NaN, -1, 65_536, 1.5])("refuses port %d", async (port) => {
    await expect(startServing({ port }).ended).rejects.toMatchObject({ code: "input/invalid" });
  });

  it("ends at once when it was asked to while it started", async () => {
    const { stop, ended } = startServing({});
    stop.ask();
    await ended;
  });
});

describe("the browser", () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("probative-open-"));
  const before = folders();

  afterEach(() => expect(folders()).toEqual(before));

  it("is started with the path of a private file, never with the token", async () => {
    const url = "http://127.0.0.1:1/#token=secret";
    const seen: (readonly string[])[] = [];
    const close = await openInBrowser(url, {
      command: ["browser", "--flag"],
      start(program, words) {
        seen.push([program, ...words]);
      },
    });
    const [created = ""] = folders().filter((name) => !before.includes(name));
    const file = join(tmpdir(), created, "open.html");
    expect(seen).toEqual([["browser", "--flag", `file://${file}`]]);
    expect(readFileSync(file, "utf8")).toBe(redirectPage(url));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(tmpdir(), created)).mode & 0o777).toBe(0o700);
    await close();
  });

  it("is not started where there is no desktop", async () => {
    expect(browserCommand("linux", {})).toBeNull();
    expect(browserCommand("linux", { DISPLAY: "", WAYLAND_DISPLAY: "" })).toBeNull();
    expect(browserCommand("linux", { WAYLAND_DISPLAY: "wayland-0" })).toEqual(["xdg-open"]);
    expect(browserCommand("darwin", {})).toEqual(["open"]);
    expect(browserCommand("win32", {})?.[0]).toBe("rundll32");
  });
});
