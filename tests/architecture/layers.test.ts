import { describe, expect, it } from "vitest";
import { checkFile, type Project } from "./check-layers.ts";
import { findCycle } from "./find-cycle.ts";
import { LAYERS, PACKAGE_TABLE } from "./layer-table.ts";
import { resolveImport } from "./resolve-import.ts";
import { scanImports } from "./scan-imports.ts";
import { isCode, listProjectPaths, readPackageManifest, readSource } from "./source-files.ts";

const packageManifest = readPackageManifest();

const paths = listProjectPaths();
const known = new Set(paths);
const project: Project = { importMap: packageManifest.imports, exists: (path) => known.has(path) };

describe("the layers of this project", () => {
  it("every file belongs to one layer and imports only what its layer may", () => {
    const problems = paths.filter(isCode).flatMap((path) => checkFile(readSource(path), project));
    expect(problems).toEqual([]);
  });

  it("no file imports itself by way of others", () => {
    const imports = new Map<string, readonly string[]>();
    for (const path of paths.filter(isCode)) {
      const targets = scanImports(readSource(path)).flatMap((found) => {
        const target = found.kind === "value" ? resolveImport(found.specifier, path, packageManifest.imports) : null;
        return target?.kind === "file" ? [target.path] : [];
      });
      imports.set(path, targets);
    }
    expect(findCycle(imports)).toEqual([]);
  });

  it("every package in the table is a dependency", () => {
    const dependencies = new Set([
      ...Object.keys(packageManifest.dependencies),
      ...Object.keys(packageManifest.devDependencies),
    ]);
    expect(Object.keys(PACKAGE_TABLE).filter((name) => !dependencies.has(name))).toEqual([]);
  });
});

/** A project in which every file exists that a made-up file names. */
const anyProject: Project = { importMap: packageManifest.imports, exists: () => true };
const check = (path: string, text: string): readonly string[] => checkFile({ path, text }, anyProject);

describe("the checker refuses", () => {
  it.each([
    ["a file that no layer knows", "electron/plugins/x.ts", ""],
    ["a new folder of shared", "shared/util/x.ts", ""],
    ["a file loose in electron", "electron/x.ts", ""],
    ["a file loose in the adapters", "electron/adapters/x.ts", ""],
    ["base that looks up", "shared/base/x.ts", 'import { z } from "../model/tag.ts";'],
    ["a model that knows errors", "shared/model/x.ts", 'import { z } from "../errors/codes.ts";'],
    ["errors that know the contract", "shared/errors/x.ts", 'import { z } from "../contract/contract.ts";'],
    ["text that knows the contract", "shared/text/x.ts", 'import { z } from "../contract/contract.ts";'],
    ["shared that leaves itself", "shared/contract/x.ts", 'import { z } from "#core/ports/log.ts";'],
    ["shared that uses Node.js", "shared/text/x.ts", 'import { readFile } from "node:fs/promises";'],
    ["shared that uses Node.js without the prefix", "shared/text/x.ts", 'import { join } from "path";'],
    ["a port that knows a use case", "electron/core/ports/x.ts", 'import type { X } from "../import/x.ts";'],
    ["core that uses Node.js", "electron/core/import/x.ts", 'import { join } from "node:path";'],
    ["core that knows an adapter", "electron/core/import/x.ts", 'import type { X } from "#adapters/sqlite/x.ts";'],
    ["core that knows a host", "electron/core/import/x.ts", 'export * from "#hosts/backend.ts";'],
    ["an adapter that knows a use case", "electron/adapters/print/x.ts", 'import { x } from "#core/export/x.ts";'],
    ["an adapter that knows another", "electron/adapters/print/x.ts", 'import { x } from "../sqlite/x.ts";'],
    ["an adapter that knows a host", "electron/adapters/log/x.ts", 'const x = await import("#hosts/compose.ts");'],
    [
      "an adapter that starts a worker itself",
      "electron/adapters/workers/x.ts",
      'new URL("../../workers/extract.ts", import.meta.url);',
    ],
    ["a worker that knows the database", "electron/workers/x.ts", 'import { x } from "#adapters/sqlite/x.ts";'],
    ["a worker that runs the pool", "electron/workers/x.ts", 'import { x } from "#adapters/workers/pool.ts";'],
    ["a worker that knows a use case", "electron/workers/x.ts", 'import { x } from "#core/import/x.ts";'],
    ["a host that knows the renderer", "electron/hosts/web/x.ts", 'import { x } from "../../../renderer/app/app.tsx";'],
    ["a host that knows a test", "electron/hosts/web/x.ts", 'import { x } from "../../../tests/support/x.ts";'],
    ["a renderer that knows core", "renderer/search/x.tsx", 'import type { X } from "#core/ports/log.ts";'],
    ["a renderer that knows a host", "renderer/client/x.ts", 'import type { X } from "#hosts/desktop/preload.ts";'],
    ["a renderer that uses Node.js", "renderer/app/x.ts", 'import { join } from "node:path";'],
    ["a primitive that knows the client", "renderer/ui/x.tsx", 'import { x } from "../client/use-client.ts";'],
    ["a client that knows a view", "renderer/client/x.ts", 'import { x } from "../search/x.tsx";'],
    ["a reader that knows a feature", "renderer/reader/x.tsx", 'import { x } from "../passages/x.tsx";'],
    ["a feature that knows the frame", "renderer/search/x.tsx", 'import { x } from "../app/frame.tsx";'],
    ["a fixture that knows the program", "fixtures/x.ts", 'import { x } from "#hosts/compose.ts";'],
    ["electron outside of the desktop", "electron/hosts/web/x.ts", 'import type { App } from "electron";'],
    ["better-sqlite3 in core", "electron/core/search/x.ts", 'import type { Database } from "better-sqlite3";'],
    ["better-sqlite3 in another adapter", "electron/adapters/files/x.ts", 'import Database from "better-sqlite3";'],
    ["pdf.js outside of the reader", "renderer/library/x.tsx", 'import { getDocument } from "pdfjs-dist";'],
    ["pdf.js by a deep path", "electron/adapters/pdf/x.ts", 'import { x } from "pdfjs-dist/legacy/build/pdf.mjs";'],
    ["PDFium in a worker itself", "electron/workers/x.ts", 'import { init } from "@embedpdf/pdfium";'],
    ["pdfkit in core", "electron/core/export/x.ts", 'import PDFDocument from "pdfkit";'],
    ["React in shared", "shared/text/x.ts", 'import { useState } from "react";'],
    ["React in a host", "electron/hosts/web/x.ts", 'import { createRoot } from "react-dom/client";'],
    ["a package that nobody decided on", "electron/adapters/files/x.ts", 'import x from "left-pad";'],
    ["a type in an expression", "shared/text/x.ts", 'type X = import("../contract/contract.ts").Call;'],
    ["a module by require", "electron/hosts/web/x.ts", 'const { app } = require("electron");'],
    ["a re-exported type", "shared/base/x.ts", 'export type { Tag } from "../model/tag.ts";'],
    ["an import that is computed", "electron/adapters/files/x.ts", "const x = await import(name);"],
    ["an absolute path", "electron/adapters/files/x.ts", 'import x from "/etc/x.ts";'],
    ["an unknown entry of the import map", "electron/adapters/files/x.ts", 'import x from "#nowhere/x.ts";'],
  ])("%s", (_what, path, text) => {
    expect(check(path, text)).toHaveLength(1);
  });

  it("a file that is not there", () => {
    const problems = checkFile({ path: "shared/text/x.ts", text: 'import { y } from "./y.ts";' }, project);
    expect(problems).toEqual(["shared/text/x.ts:1: imports shared/text/y.ts, which does not exist"]);
  });

  it("a file that cannot be parsed", () => {
    expect(() => check("shared/text/x.ts", "import {")).toThrow(/shared\/text\/x\.ts/);
  });
});

describe("the checker allows", () => {
  it.each([
    [
      "a use case its ports and other use cases",
      "electron/core/import/x.ts",
      'import { a } from "../ports/log.ts"; import { b } from "#core/search/x.ts"; import { c } from "#shared/base/result.ts";',
    ],
    [
      "an adapter its ports, itself and its library",
      "electron/adapters/sqlite/x.ts",
      'import Database from "better-sqlite3"; import { a } from "./migrations/x.ts"; import type { P } from "#core/ports/log.ts"; import { join } from "node:path";',
    ],
    [
      "a worker its readers and the types of its messages",
      "electron/workers/x.ts",
      'import { a } from "#adapters/pdf/x.ts"; import type { M } from "#adapters/workers/protocol.ts";',
    ],
    [
      "the reader of PDFs its pool",
      "electron/adapters/pdf/x.ts",
      'import { a } from "#adapters/workers/worker-pool.ts"; import { b } from "@embedpdf/pdfium";',
    ],
    [
      "a host everything that it wires",
      "electron/hosts/compose.ts",
      'import { a } from "#adapters/sqlite/x.ts"; import { b } from "#core/import/x.ts"; import { c } from "#fixtures/matter.ts"; new URL("../workers/extract.ts", import.meta.url);',
    ],
    [
      "a feature the kit of the screens",
      "renderer/search/x.tsx",
      'import { a } from "../ui/x.tsx"; import { b } from "../client/use-client.ts"; import { c } from "../app/navigation.ts"; import "./x.module.css"; import { useState } from "react"; const x = <p>text</p>;',
    ],
    [
      "the frame every view",
      "renderer/app/x.tsx",
      'import { a } from "../search/x.tsx"; import { b } from "../reader/x.tsx";',
    ],
    [
      "text that only looks like an import",
      "shared/base/x.ts",
      '// import x from "electron"\nconst text = \'import x from "electron"\'; const pattern = /import\\("electron"\\)/;',
    ],
  ])("%s", (_what, path, text) => {
    expect(check(path, text)).toEqual([]);
  });
});

describe("findCycle", () => {
  it("finds the files that import each other, and nothing where none do", () => {
    expect(
      findCycle(
        new Map([
          ["a", ["b", "c"]],
          ["b", ["c"]],
          ["c", []],
        ]),
      ),
    ).toEqual([]);
    expect(
      findCycle(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["b"]],
        ]),
      ),
    ).toEqual(["b", "c", "b"]);
    expect(findCycle(new Map([["a", ["a"]]]))).toEqual(["a", "a"]);
  });
});

describe("the layer table", () => {
  it("names each layer once", () => {
    expect(new Set(LAYERS.map(({ name }) => name)).size).toBe(LAYERS.length);
  });
});
