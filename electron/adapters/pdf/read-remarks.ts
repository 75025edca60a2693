import type { AnnotationReply, FoundAnnotation } from "#core/ports/document-reader.ts";
import type { Box } from "#shared/model/geometry.ts";
import { parsePdfDate } from "./pdf-date.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";
import { readString, withKey, withMemory } from "./pdfium-strings.ts";

/** Annotations by which people mark and comment (fpdf_annot.h), as ISO 32000-2, 12.5.6 calls them. */
const SUBTYPES: Readonly<Record<number, string>> = {
  1: "Text",
  3: "FreeText",
  5: "Square",
  6: "Circle",
  9: "Highlight",
  10: "Underline",
  11: "Squiggly",
  12: "StrikeOut",
  14: "Caret",
};

const TEXT = 1;

/** Flags of an annotation that nobody sees (ISO 32000-2, table 167): Hidden, NoView. */
const UNSEEN = 2 | 32;

/** A page with more annotations is a drawing, or means harm. */
const MOST_ON_PAGE = 20_000;
const MOST_QUADS = 2000;
const MOST_REPLIES = 1000;
const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 200;

/** Numbers beyond this are no places on a page. */
const FARTHEST = 1_000_000;

const COLOR_OF_ANNOTATION = 0;
const QUAD_BYTES = 32;

/** What a terminal acts on, and what reorders or hides what is shown; line breaks and tabs belong to a text. */
const UNSAFE = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function textToShow(text: string, most: number): string {
  const lines = text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n");
  return [...lines.replaceAll(UNSAFE, "")].slice(0, most).join("").trim();
}

function isOnPage(box: readonly number[]): boolean {
  return box.every((value) => Number.isFinite(value) && Math.abs(value) < FARTHEST);
}

/** What is read of annotations, one of them open at a time. */
interface Reader {
  readonly page: Pointer;
  string(annotation: Pointer, key: string, most: number): string;
  box(annotation: Pointer): Box;
  marked(annotation: Pointer): readonly Box[];
  color(annotation: Pointer): string | null;
  /** Place on the page of the annotation that this one answers; -1 when it answers none. */
  answers(annotation: Pointer): number;
  has(annotation: Pointer, key: string): boolean;
}

function boundsOf(quad: Float32Array): Box {
  const across = [quad[0] ?? 0, quad[2] ?? 0, quad[4] ?? 0, quad[6] ?? 0];
  const up = [quad[1] ?? 0, quad[3] ?? 0, quad[5] ?? 0, quad[7] ?? 0];
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
}

function createReader(pdfium: Pdfium, page: Pointer): Reader {
  const { exports } = pdfium;
  return {
    page,
    string: (annotation, key, most) =>
      withKey(pdfium, key, (name) => {
        const fill = (buffer: Pointer, length: number) =>
          exports.FPDFAnnot_GetStringValue(annotation, name, buffer, length);
        return textToShow(readString(pdfium, fill), most);
      }),
    box: (annotation) =>
      withMemory(pdfium, 16, (rectangle) => {
        if (exports.FPDFAnnot_GetRect(annotation, rectangle) === 0) return [0, 0, 0, 0];
        // FS_RECTF: left, top, right, bottom.
        const [left = 0, top = 0, right = 0, bottom = 0] = pdfium
          .floats()
          .subarray(rectangle >> 2, (rectangle >> 2) + 4);
        return [left, Math.min(top, bottom), right, Math.max(top, bottom)];
      }),
    marked: (annotation) =>
      withMemory(pdfium, QUAD_BYTES, (buffer) => {
        const count = Math.min(exports.FPDFAnnot_CountAttachmentPoints(annotation), MOST_QUADS);
        const boxes: Box[] = [];
        for (let index = 0; index < count; index += 1) {
          if (exports.FPDFAnnot_GetAttachmentPoints(annotation, index, buffer) === 0) continue;
          boxes.push(boundsOf(pdfium.floats().subarray(buffer >> 2, (buffer >> 2) + QUAD_BYTES / 4)));
        }
        return boxes.filter(isOnPage);
      }),
    color: (annotation) =>
      withMemory(pdfium, 12, (values) => {
        const isKnown =
          exports.EPDFAnnot_GetColor(annotation, COLOR_OF_ANNOTATION, values, values + 4, values + 8) !== 0;
        if (!isKnown) return null;
        const view = new DataView(pdfium.bytes().buffer);
        const channels = [0, 4, 8].map((offset) => view.getUint32(values + offset, true) & 255);
        return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
      }),
    answers: (annotation) =>
      withKey(pdfium, "IRT", (key) => {
        const answered = exports.FPDFAnnot_GetLinkedAnnot(annotation, key);
        if (answered === 0) return -1;
        try {
          return exports.FPDFPage_GetAnnotIndex(page, answered);
        } finally {
          exports.FPDFPage_CloseAnnot(answered);
        }
      }),
    has: (annotation, key) => withKey(pdfium, key, (name) => exports.FPDFAnnot_HasKey(annotation, name) !== 0),
  };
}

/** An annotation, or an answer to one. */
type Remark = { readonly found: FoundAnnotation } | { readonly answers: number; readonly reply: AnnotationReply };

function dateOf(reader: Reader, annotation: Pointer, key: string): string | null {
  const written = reader.string(annotation, key, LONGEST_NAME);
  const date = parsePdfDate(written);
  return date === written ? null : date;
}

/** What an annotation says; null for one that nobody made by hand, or that nobody sees. */
function readRemark(reader: Reader, annotation: Pointer, kind: number, page: number, index: number): Remark | null {
  const contents = reader.string(annotation, "Contents", LONGEST_TEXT);
  const author = reader.string(annotation, "T", LONGEST_NAME).replaceAll(/\s+/gu, " ");
  if (kind === TEXT) {
    const answers = reader.answers(annotation);
    // What says that a comment was accepted or read is an annotation of its own, without words of anybody.
    if (reader.has(annotation, "State")) return null;
    if (answers >= 0) return contents === "" ? null : { answers, reply: { author, contents } };
  }
  const box = reader.box(annotation);
  if (!isOnPage(box)) return null;
  return {
    found: {
      page,
      index,
      name: reader.string(annotation, "NM", LONGEST_NAME),
      subtype: SUBTYPES[kind] ?? "",
      marked: reader.marked(annotation),
      box,
      contents,
      author,
      color: reader.color(annotation),
      createdAt: dateOf(reader, annotation, "CreationDate"),
      modifiedAt: dateOf(reader, annotation, "M"),
      replies: [],
    },
  };
}

/** Puts answers, and answers to answers, under what they began with. */
function withReplies(
  found: ReadonlyMap<number, FoundAnnotation>,
  answers: ReadonlyMap<number, number>,
  replies: ReadonlyMap<number, AnnotationReply>,
): readonly FoundAnnotation[] {
  const byRoot = new Map<number, AnnotationReply[]>();
  for (const [index, reply] of replies) {
    let root = index;
    // A file may let two annotations answer each other.
    for (let step = 0; step < MOST_REPLIES && answers.has(root); step += 1) root = answers.get(root) ?? root;
    const thread = byRoot.get(root) ?? [];
    if (thread.length < MOST_REPLIES) byRoot.set(root, [...thread, reply]);
  }
  return [...found].map(([index, annotation]) => ({ ...annotation, replies: byRoot.get(index) ?? [] }));
}

/**
 * Reads the highlights and comments of a page that PDFium has loaded and not flattened. Nothing of them is run or followed.
 *
 * @param page 1-based
 * @param most that are read
 */
export function readRemarks(pdfium: Pdfium, pointer: Pointer, page: number, most: number): readonly FoundAnnotation[] {
  const { exports } = pdfium;
  const count = exports.FPDFPage_GetAnnotCount(pointer);
  if (count > MOST_ON_PAGE || most <= 0) return [];
  const reader = createReader(pdfium, pointer);
  const found = new Map<number, FoundAnnotation>();
  const answers = new Map<number, number>();
  const replies = new Map<number, AnnotationReply>();
  for (let index = 0; index < count && found.size < most; index += 1) {
    const annotation = exports.FPDFPage_GetAnnot(pointer, index);
    if (annotation === 0) continue;
    try {
      const kind = exports.FPDFAnnot_GetSubtype(annotation);
      const isUnseen = (exports.FPDFAnnot_GetFlags(annotation) & UNSEEN) !== 0;
      const isRemark = SUBTYPES[kind] !== undefined && (!isUnseen || kind === TEXT);
      const remark = isRemark ? readRemark(reader, annotation, kind, page, index) : null;
      if (remark === null) continue;
      if ("reply" in remark) {
        answers.set(index, remark.answers);
        replies.set(index, remark.reply);
      } else if (!isUnseen) found.set(index, remark.found);
    } finally {
      exports.FPDFPage_CloseAnnot(annotation);
    }
  }
  return withReplies(found, answers, replies);
}
