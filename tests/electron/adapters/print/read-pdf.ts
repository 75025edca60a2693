import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A printed file as a second library reads it. */
export interface ReadPdf {
  /** Text of each page; lines joined by one space. */
  readonly pages: readonly string[];
  readonly title: unknown;
  readonly language: unknown;
  readonly created: unknown;
  readonly outline: readonly { readonly title: string; readonly page: number }[];
  readonly displaysTitle: boolean;
  readonly isTagged: boolean;
  /** Structure types in reading order. */
  readonly roles: readonly string[];
  readonly sizes: readonly (readonly number[])[];
  /** Actions, scripts and attachments; empty in a clean file. */
  readonly active: readonly unknown[];
}

interface StructureNode {
  readonly role?: string;
  readonly children?: readonly StructureNode[];
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  const sizes: (readonly number[])[] = [];
  const roles: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    const text = content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    pages.push(text.replace(/\s+/g, " "));
    sizes.push(page.view);
    collectRoles((await page.getStructTree()) as StructureNode | null, roles);
  }
  const { info } = await pdf.getMetadata();
  const outline: { title: string; page: number }[] = [];
  for (const item of (await pdf.getOutline()) ?? []) {
    const target: unknown = Array.isArray(item.dest) ? item.dest[0] : null;
    outline.push({ title: item.title, page: 1 + (await pdf.getPageIndex(target as { num: number; gen: number })) });
  }
  const viewer = await pdf.getViewerPreferences();
  // pdf.js 6 answers with a Map where its types still say an object.
  const marked: unknown = await pdf.getMarkInfo();
  const active = [await pdf.getOpenAction(), await pdf.getJSActions(), await pdf.getAttachments()];
  const read: ReadPdf = {
    pages,
    title: "Title" in info ? info.Title : null,
    language: "Language" in info ? info.Language : null,
    created: "CreationDate" in info ? info.CreationDate : null,
    outline,
    displaysTitle: viewer?.get("DisplayDocTitle") === true,
    isTagged: marked instanceof Map && marked.get("Marked") === true,
    roles,
    sizes,
    active: active.filter((value) => value !== null && value !== undefined),
  };
  await task.destroy();
  return read;
}

function collectRoles(node: StructureNode | null, roles: string[]): void {
  if (node === null) return;
  if (node.role !== undefined) roles.push(node.role);
  for (const child of node.children ?? []) collectRoles(child, roles);
}
