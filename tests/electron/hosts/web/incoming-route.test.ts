import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, symlink } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseIncomingPath } from "#hosts/web/incoming-path.ts";
import { createIncomingFolder, receiveFile } from "#hosts/web/incoming-store.ts";
import { errorCodeOf, jsonOf, type RunningHost, runHost } from "./running-host.ts";

let running: RunningHost;

beforeAll(async () => {
  running = await runHost();
});

afterAll(() => running.stop());

async function createFolder(): Promise<{ readonly folder: string; readonly path: string }> {
  const reply = await running.send({ method: "POST", path: "/incoming", headers: await running.ownHeaders() });
  const { value } = jsonOf(reply) as { value: { folder: string; path: string } };
  return value;
}

async function put(folder: string, path: string, body: string | Buffer) {
  const headers = await running.ownHeaders();
  return running.send({ method: "PUT", path: `/incoming/${folder}/${path}`, headers, body });
}

describe("files that arrive as bytes", () => {
  it("stand in their folder under their relative paths", async () => {
    const { folder, path } = await createFolder();
    expect((await put(folder, "a.pdf", "one")).status).toBe(200);
    expect((await put(folder, "sub%20folder/N%C3%B6te%20%231.pdf", Buffer.alloc(3_000_000, 7))).status).toBe(200);
    expect((await put(folder, "empty.pdf", "")).status).toBe(200);
    expect(await readFile(join(path, "a.pdf"), "utf8")).toBe("one");
    expect((await readFile(join(path, "sub folder/Nöte #1.pdf"))).equals(Buffer.alloc(3_000_000, 7))).toBe(true);
    expect((await readdir(path)).sort()).toEqual(["a.pdf", "empty.pdf", "sub folder"]);
  });

  it("can be sent again", async () => {
    const { folder, path } = await createFolder();
    await put(folder, "a.pdf", "first");
    expect((await put(folder, "a.pdf", "second")).status).toBe(200);
    expect(await readFile(join(path, "a.pdf"), "utf8")).toBe("second");
  });

  it.each([
    "..",
    ".",
    "",
    "../a.pdf",
    "%2e%2e/a.pdf",
    "%2e%2e%2fa.pdf",
    "a/../../b.pdf",
    "a//b.pdf",
    "a%00.pdf",
    "a/%zz",
  ])("never leave it: %s", async (path) => {
    const { folder } = await createFolder();
    const before = await readdir(join(running.folder, "incoming"));
    const reply = await put(folder, path, "evil");
    expect([400, 404, 405]).toContain(reply.status);
    expect(await readdir(join(running.folder, "incoming"))).toEqual(before);
    expect(existsSync(join(running.folder, "a.pdf"))).toBe(false);
  });

  it("do not follow a link out of it", async () => {
    const { folder, path } = await createFolder();
    await mkdir(join(running.folder, "outside"), { recursive: true });
    await symlink(join(running.folder, "outside"), join(path, "link"));
    expect((await put(folder, "link/a.pdf", "evil")).status).toBe(400);
    expect(await readdir(join(running.folder, "outside"))).toEqual([]);
    expect(await readdir(path)).toEqual(["link"]);
  });

  it("need a folder that was made for them and is still there", async () => {
    expect((await put("0123", "a.pdf", "x")).status).toBe(404);
    const { folder, path } = await createFolder();
    await rm(path, { recursive: true });
    const reply = await put(folder, "a.pdf", "x");
    expect([reply.status, errorCodeOf(reply)]).toEqual([400, "input/invalid"]);
    expect(existsSync(path)).toBe(false);
  });

  it("do not replace what took the place of a folder", async () => {
    const { folder } = await createFolder();
    await put(folder, "a", "file");
    expect(errorCodeOf(await put(folder, "a/b.pdf", "x"))).toBe("export/exists");
  });

  it("leave nothing behind when the window goes away in the middle", async () => {
    const { folder, path } = await createFolder();
    const own = await running.ownHeaders();
    const lines = [
      `PUT /incoming/${folder}/a.pdf HTTP/1.1`,
      `Host: 127.0.0.1:${running.host.port}`,
      "Content-Length: 999",
    ];
    const socket = connect(running.host.port, "127.0.0.1");
    socket.write(
      [...lines, ...Object.entries(own).map(([name, value]) => `${name}: ${value}`), "", "half"].join("\r\n"),
    );
    await expect.poll(() => readdir(path)).toHaveLength(1);
    socket.destroy();
    await expect.poll(() => readdir(path)).toEqual([]);
    expect(running.backend.reported).toEqual([]);
  });
});

describe("receiveFile", () => {
  async function failingWith(code: string): Promise<unknown> {
    const { path } = await createFolder();
    const bytes = Readable.from(
      (function* () {
        yield Buffer.from("half");
        throw Object.assign(new Error(code), { code });
      })(),
    );
    const thrown = await receiveFile(createIncomingFolder(path), ["a.pdf"], bytes).catch((error: unknown) => error);
    expect(await readdir(path)).toEqual([]);
    return thrown;
  }

  it.each([
    ["ENOSPC", "export/no-space"],
    ["EDQUOT", "export/no-space"],
    ["EACCES", "export/not-writable"],
    ["ENAMETOOLONG", "input/invalid"],
  ])("names %s as %s and keeps no part", async (code, expected) => {
    expect(await failingWith(code)).toMatchObject({ code: expected });
  });

  it("refuses another path that the drive takes for one that is there", async () => {
    const { path } = await createFolder();
    const folder = createIncomingFolder(path);
    await receiveFile(folder, ["a.pdf"], Readable.from([Buffer.from("first")]));
    // What a drive that ignores letter case would show for A.pdf: a file that is there though this path never came.
    folder.received.clear();
    const second = receiveFile(folder, ["a.pdf"], Readable.from([Buffer.from("second")]));
    await expect(second).rejects.toMatchObject({ code: "export/exists" });
    expect(await readFile(join(path, "a.pdf"), "utf8")).toBe("first");
  });
});

describe("parseIncomingPath", () => {
  it("takes every name that this machine can hold", () => {
    expect(parseIncomingPath("a%3Ab/CON.pdf/trailing%20dot.", "linux")).toEqual(["a:b", "CON.pdf", "trailing dot."]);
    expect(parseIncomingPath("%E2%80%AEfdp.exe", "linux")).toEqual(["\u202efdp.exe"]);
    expect(parseIncomingPath("x".repeat(255), "linux")).toHaveLength(1);
  });

  it.each(["a%3Ab", "CON", "con.pdf", "LPT1.txt", "dot.", "space%20", "a%5Cb", "a%3Fb", "a%01b"])(
    "refuses %s on Windows",
    (path) => expect(() => parseIncomingPath(path, "win32")).toThrow("Windows does not allow this name."),
  );

  it("refuses what is too long or too deep", () => {
    expect(() => parseIncomingPath("x".repeat(256), "linux")).toThrow("too long");
    expect(() => parseIncomingPath(`${"é".repeat(128)}`, "linux")).toThrow("too long");
    expect(() => parseIncomingPath(Array(20).fill("x".repeat(250)).join("/"), "linux")).toThrow("too long");
    expect(() => parseIncomingPath(Array(200).fill("x").join("/"), "linux")).toThrow("too deep");
  });
});
