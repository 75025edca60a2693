import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { PROJECT_ROOT } from "./command-line.ts";

/** The viewer that pdf.js itself brings, with one PDF, served on this machine. */
export interface PeerViewer {
  readonly url: string;
  close(): Promise<void>;
}

const PACKAGE = join(PROJECT_ROOT, "node_modules/pdfjs-dist");

const TYPES: Readonly<Record<string, string>> = {
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

/** Its viewer component as its own examples set it up, at the width of the window. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>pdf.js</title>
<link rel="stylesheet" href="/pdfjs/legacy/web/pdf_viewer.css">
<style>body{margin:0;background:#888}#viewerContainer{position:absolute;inset:0;overflow:auto}</style>
<div id="viewerContainer" tabindex="0"><div id="viewer" class="pdfViewer"></div></div>
<script type="module">
import * as pdfjs from "/pdfjs/legacy/build/pdf.mjs";
globalThis.pdfjsLib = pdfjs;
const { EventBus, PDFLinkService, PDFViewer } = await import("/pdfjs/legacy/web/pdf_viewer.mjs");
pdfjs.GlobalWorkerOptions.workerSrc = "/pdfjs/legacy/build/pdf.worker.min.mjs";
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const container = document.getElementById("viewerContainer");
const viewer = new PDFViewer({ container, eventBus, linkService });
linkService.setViewer(viewer);
eventBus.on("pagesinit", () => { viewer.currentScaleValue = "1.4"; });
const open = pdfjs.getDocument({ url: "/document.pdf", standardFontDataUrl: "/pdfjs/standard_fonts/",
  cMapUrl: "/pdfjs/cmaps/", wasmUrl: "/pdfjs/wasm/" });
const pdf = await open.promise;
viewer.setDocument(pdf);
linkService.setDocument(pdf, null);
</script>`;

/** Serves the viewer and the PDF at `path` until it is closed. */
export async function servePdfJsViewer(path: string): Promise<PeerViewer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost").pathname;
    const answer = async (): Promise<void> => {
      if (url === "/") return send(response, "text/html", PAGE);
      if (url === "/document.pdf") return sendRange(response, path, request.headers.range);
      if (!url.startsWith("/pdfjs/") || url.includes("..")) throw new Error("no such file");
      return send(
        response,
        TYPES[extname(url)] ?? "application/octet-stream",
        await readFile(join(PACKAGE, url.slice(7))),
      );
    };
    answer().catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the viewer has no port");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, { "content-type": type }).end(body);
}

async function sendRange(response: ServerResponse, path: string, range: string | undefined): Promise<void> {
  const { size } = await stat(path);
  const [, from, to] = /^bytes=(\d+)-(\d*)$/u.exec(range ?? "") ?? [];
  const start = Number(from ?? 0);
  const end = to === undefined || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  response.writeHead(range === undefined ? 200 : 206, {
    "content-type": "application/pdf",
    "accept-ranges": "bytes",
    "content-length": end - start + 1,
    ...(range === undefined ? {} : { "content-range": `bytes ${start}-${end}/${size}` }),
  });
  createReadStream(path, { start, end }).pipe(response);
}
