import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mediaTypeOf } from "#hosts/web/media-types.ts";
import { PAGE, type RunningHost, runHost } from "./running-host.ts";

let running: RunningHost;

beforeAll(async () => {
  running = await runHost();
  await symlink(join(running.folder, "secret.txt"), join(running.folder, "renderer/link.txt"));
  await writeFile(join(running.folder, "renderer-secret.txt"), "secret");
});

afterAll(() => running.stop());

describe("the page and its parts", () => {
  it("need no session, because the page is what exchanges the token", async () => {
    const reply = await running.send({ path: "/" });
    expect([reply.status, reply.body.toString(), reply.headers["content-type"]]).toEqual([
      200,
      PAGE,
      "text/html; charset=utf-8",
    ]);
    const script = await running.send({ path: "/assets/app.js?v=1" });
    expect([script.status, script.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
  });

  it("are sent once", async () => {
    const { headers } = await running.send({ path: "/assets/app.js" });
    const again = await running.send({ path: "/assets/app.js", headers: { "If-None-Match": headers.etag ?? "" } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it("answer HEAD with the head alone", async () => {
    const reply = await running.send({ method: "HEAD", path: "/" });
    expect([reply.status, reply.headers["content-length"], reply.body.length]).toEqual([200, String(PAGE.length), 0]);
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/assets/../../secret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/assets//app.js",
    "//assets/app.js",
    "/assets/./app.js",
    "/assets%00.js",
    "/%zz",
    "/../renderer-secret.txt",
    "/link.txt",
    "/assets",
    "/assets/",
    "/secret.txt",
    "/etc/passwd",
    "/C:/Windows/win.ini",
  ])("are not at %s", async (path) => {
    const reply = await running.send({ path });
    expect(reply.status).toBe(404);
    expect(reply.body.toString()).not.toContain("secret");
  });
});

it.each([
  ["pdf.worker.mjs", "text/javascript; charset=utf-8"],
  ["openjpeg.wasm", "application/wasm"],
  ["Inter.WOFF2", "font/woff2"],
  ["Adobe-Japan1.bcmap", "application/octet-stream"],
  ["FoxitFixed.pfb", "application/octet-stream"],
  ["CGATS001.icc", "application/vnd.iccprofile"],
  ["icon.svg", "image/svg+xml"],
  ["LICENSE", "application/octet-stream"],
])("the media type of %s is %s", (name, expected) => {
  expect(mediaTypeOf(name)).toBe(expected);
});
