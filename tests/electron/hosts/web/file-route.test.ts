import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningHost, runHost } from "./running-host.ts";

const DOCUMENT = "doc_4k7m9x2a3qpb";
const BYTES = Buffer.from("0123456789");

let running: RunningHost;

beforeAll(async () => {
  running = await runHost((folder) => {
    const path = join(folder, "original");
    const empty = join(folder, "empty");
    writeFileSync(path, BYTES);
    writeFileSync(empty, "");
    const mediaType = "application/pdf";
    return {
      files: {
        [DOCUMENT]: { path, mediaType, name: "Note 44.pdf" },
        doc_000000000000: { path: join(folder, "gone"), mediaType, name: "gone.pdf" },
        doc_111111111111: { path: empty, mediaType, name: "empty.pdf" },
        'Bräf "1"\r\n\ud800.pdf': { path, mediaType, name: 'Bräf "1"\r\n\ud800.pdf' },
        "brief.md": { path, mediaType: "text/markdown; charset=utf-8", name: "brief.md" },
      },
    };
  });
});

afterAll(() => running.stop());

async function get(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") {
  return running.send({ method, path, headers: { ...(await running.ownHeaders()), ...headers } });
}

const PATH = `/files/documents/${DOCUMENT}`;

describe("GET /files/documents/…/original", () => {
  it("sends the original to be saved, never to be shown or guessed at", async () => {
    const reply = await get(`${PATH}/original`);
    expect([reply.status, reply.body.toString()]).toEqual([200, "0123456789"]);
    expect(reply.headers["content-disposition"]).toMatch(/^attachment; filename="Note 44.pdf"/);
    expect(reply.headers["x-content-type-options"]).toBe("nosniff");
    for (const path of [`${PATH}/original/more`, `${PATH}/other`, "/files/documents/../original"]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe("GET /files/documents", () => {
  it("sends the whole file, to be kept in no cache", async () => {
    const reply = await get(PATH);
    expect([reply.status, reply.body.toString()]).toEqual([200, "0123456789"]);
    expect(reply.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-length": "10",
      "accept-ranges": "bytes",
      "cache-control": "no-store",
      etag: `"${DOCUMENT}-10"`,
    });
    expect(reply.headers["content-disposition"]).toMatch(/^inline;/);
  });

  it.each([
    ["bytes=0-3", "0123", "bytes 0-3/10"],
    ["bytes=7-", "789", "bytes 7-9/10"],
    ["bytes=-2", "89", "bytes 8-9/10"],
    ["bytes=8-99", "89", "bytes 8-9/10"],
    ["bytes=-99", "0123456789", "bytes 0-9/10"],
  ])("sends the part %s", async (range, body, contentRange) => {
    const reply = await get(PATH, { Range: range });
    expect([reply.status, reply.body.toString()]).toEqual([206, body]);
    expect(reply.headers["content-range"]).toBe(contentRange);
    expect(reply.headers["content-length"]).toBe(String(body.length));
  });

  it.each(["bytes=10-", "bytes=99-100", "bytes=-0"])("refuses the part %s", async (range) => {
    const reply = await get(PATH, { Range: range });
    expect([reply.status, reply.headers["content-range"], reply.body.length]).toEqual([416, "bytes */10", 0]);
  });

  it.each(["bytes=0-1,4-5", "lines=0-1", "bytes=a-b", "bytes=5-2", "bytes=-"])("ignores %s", async (range) => {
    const reply = await get(PATH, { Range: range });
    expect([reply.status, reply.body.length]).toEqual([200, 10]);
  });

  it("sends a part only of the version that the window has", async () => {
    expect((await get(PATH, { Range: "bytes=0-1", "If-Range": `"${DOCUMENT}-10"` })).status).toBe(206);
    expect((await get(PATH, { Range: "bytes=0-1", "If-Range": '"other"' })).status).toBe(200);
    expect((await get(PATH, { "If-None-Match": `"${DOCUMENT}-10"` })).status).toBe(304);
  });

  it("answers HEAD with the head alone", async () => {
    const reply = await get(PATH, {}, "HEAD");
    expect([reply.status, reply.headers["content-length"], reply.body.length]).toEqual([200, "10", 0]);
  });

  it("sends an empty file", async () => {
    const reply = await get("/files/documents/doc_111111111111");
    expect([reply.status, reply.body.length]).toEqual([200, 0]);
    expect((await get("/files/documents/doc_111111111111", { Range: "bytes=0-1" })).status).toBe(416);
  });

  it.each(["doc_000000000000", "doc_222222222222", "x", "", "..%2f..%2fetc%2fpasswd"])("knows no %s", async (id) => {
    expect((await get(`/files/documents/${id}`)).status).toBe(404);
  });
});

describe("GET /files/exports", () => {
  it("sends a download whose name cannot break the head", async () => {
    const reply = await get(`/files/exports/${encodeURIComponent('Bräf "1"\r\n')}%ED%A0%80.pdf`);
    expect(reply.status).toBe(400);
    const brief = await get("/files/exports/brief.md");
    expect([brief.status, brief.headers["content-type"]]).toEqual([200, "text/markdown; charset=utf-8"]);
    expect(brief.headers["content-disposition"]).toBe(`attachment; filename="brief.md"; filename*=UTF-8''brief.md`);
  });

  it("knows no other place", async () => {
    expect((await get("/files/originals/x")).status).toBe(404);
    expect((await get("/files")).status).toBe(404);
  });
});
