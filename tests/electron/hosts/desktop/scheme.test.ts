import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APP_SCHEME, createSchemeHandler } from "#hosts/desktop/scheme.ts";
import { CONTENT_SECURITY_POLICY } from "#hosts/web/security-headers.ts";
import { fromWireError } from "#shared/errors/wire.ts";

const NOT_FOUND = { code: "document/not-found", message: "", action: "", retryable: false, details: {} };

let folder: string;
let handle: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "probative-scheme-"));
  await mkdir(join(folder, "renderer"));
  await writeFile(join(folder, "renderer/index.html"), "<!doctype html>");
  await writeFile(join(folder, "secret"), "secret");
  await writeFile(join(folder, "original"), "0123456789");
  handle = createSchemeHandler(join(folder, "renderer"), async (key) => {
    const name = key.kind === "export" ? key.name : key.id;
    if (name === "gone") throw fromWireError(NOT_FOUND);
    if (name === "defect") throw new Error("a defect");
    return { path: join(folder, "original"), mediaType: "application/pdf", name };
  });
});

afterAll(() => rm(folder, { recursive: true }));

async function get(path: string, init: RequestInit = {}) {
  return handle(new Request(`probative://app${path}`, init));
}

describe("our own scheme", () => {
  it("is an origin of its own that can be fetched from and streamed", () => {
    expect(APP_SCHEME).toEqual({
      scheme: "probative",
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    });
  });

  it("serves the page with the policy of the design", async () => {
    for (const path of ["/", "/index.html"]) {
      const reply = await get(path);
      expect([reply.status, await reply.text()]).toEqual([200, "<!doctype html>"]);
      expect(reply.headers.get("content-security-policy")).toBe(CONTENT_SECURITY_POLICY);
      expect(reply.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("serves documents and exports, whole and in parts, to no cache", async () => {
    const whole = await get("/files/documents/doc_4k7m9x2a3qpb");
    expect([whole.status, await whole.text(), whole.headers.get("cache-control")]).toEqual([
      200,
      "0123456789",
      "no-store",
    ]);
    const part = await get("/files/documents/doc_4k7m9x2a3qpb", { headers: { Range: "bytes=2-4" } });
    expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([206, "234", "bytes 2-4/10"]);
    const beyond = await get("/files/documents/doc_4k7m9x2a3qpb", { headers: { Range: "bytes=10-" } });
    expect([beyond.status, await beyond.text()]).toEqual([416, ""]);
    const head = await get("/files/exports/Brief%201.pdf", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("content-disposition")).toContain('attachment; filename="Brief 1.pdf"');
  });

  it("serves an original as a download", async () => {
    const reply = await get("/files/documents/doc_4k7m9x2a3qpb/original");
    expect([reply.status, await reply.text()]).toEqual([200, "0123456789"]);
    expect(reply.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect((await get("/files/exports/x/original")).status).toBe(404);
  });

  it("can be stopped in the middle of a file", async () => {
    const reply = await get("/files/documents/doc_4k7m9x2a3qpb");
    await reply.body?.cancel();
    expect(reply.status).toBe(200);
  });

  it("serves nothing else", async () => {
    const statusOf = async (url: string, init: RequestInit = {}) => (await handle(new Request(url, init))).status;
    expect(await statusOf("probative://other/index.html")).toBe(404);
    expect(await statusOf("probative://app/%2e%2e%2fsecret")).toBe(404);
    expect(await statusOf("probative://app/..%2fsecret")).toBe(404);
    expect(await statusOf("probative://app/nothing.js")).toBe(404);
    expect(await statusOf("probative://app/files/originals/x")).toBe(404);
    expect(await statusOf("probative://app/files/documents/gone")).toBe(404);
    expect(await statusOf("probative://app/files/documents/defect")).toBe(500);
    expect(await statusOf("probative://app/files/documents/%zz")).toBe(500);
    expect(await statusOf("probative://app/", { method: "POST" })).toBe(405);
  });
});
