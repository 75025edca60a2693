import type { ChildReceiver, RefusedChild } from "#core/ports/document-converter.ts";
import type { ExtractedPage, FoundAnnotation } from "#core/ports/document-reader.ts";
import type { ErrorCode } from "#shared/errors/codes.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { OutlineItem } from "#shared/model/document.ts";
import type { ConversionNotice, MessageHeaders, SourceFormat } from "#shared/model/format.ts";

/** A page as a script gives it; a plain text is a page that says nothing about itself. */
export type FakePage = string | ({ readonly text: string } & Partial<Omit<ExtractedPage, "page" | "geometry">>);

/** What the fake reader finds in a file: the file itself says so. */
export interface FakeDocument {
  readonly pages: readonly FakePage[];
  readonly title?: string;
  readonly author?: string;
  readonly outline?: readonly OutlineItem[];
  readonly damagedPages?: readonly number[];
  /** Files that `readAttachments` hands out. */
  readonly attachments?: readonly FakeChild[];
  /** Highlights and comments. */
  readonly annotations?: readonly FoundAnnotation[];
  /** How taking them out fails, after they were handed out. */
  readonly attachmentsFail?: ErrorCode;
  /** Fails with this code after the pages were delivered; `defect` is a failure without a name. */
  readonly fail?: ErrorCode | "defect";
}

/** A file of a test: a PDF, something that holds other files, or plain text. */
export type FakeFile =
  | { readonly pdf: FakeDocument }
  | { readonly container: FakeContainer }
  | { readonly text: string };

/** A file inside of another: whole, refused from the start, or found to be damaged on the way. */
export type FakeChild =
  | { readonly name: string; readonly file: FakeFile }
  | { readonly name: string; readonly refused: RefusedChild["reason"] }
  | { readonly name: string; readonly damaged: string };

/** What the fake converter finds in a file that is no PDF: the file itself says so. */
export interface FakeContainer {
  readonly format?: SourceFormat;
  readonly title?: string;
  /** Pages of the rendition. */
  readonly pages?: readonly FakePage[];
  readonly children?: readonly FakeChild[];
  readonly headers?: Partial<MessageHeaders>;
  readonly notices?: readonly ConversionNotice[];
  /** Fails with this code after the children were handed out. */
  readonly fail?: ErrorCode | "defect";
}

const PDF_HEADER = "%PDF-1.7 fake\n";

/** How archives begin: what is recognised as one. */
const CONTAINER_HEADER = "PK\u0003\u0004 fake\n";

/** The bytes of a file that the fake reader understands and that is taken for a PDF. */
export function fakePdf(document: FakeDocument): Uint8Array {
  return new TextEncoder().encode(PDF_HEADER + JSON.stringify(document));
}

/** What such a file says. Throws `import/corrupt` for anything else. */
export function parseFakePdf(text: string): FakeDocument {
  if (!text.startsWith(PDF_HEADER)) throw new ProbativeError("import/corrupt");
  return JSON.parse(text.slice(PDF_HEADER.length)) as FakeDocument;
}

/** What a file says that holds others; null for anything else. */
export function parseFakeContainer(text: string): FakeContainer | null {
  if (!text.startsWith(CONTAINER_HEADER)) return null;
  return JSON.parse(text.slice(CONTAINER_HEADER.length)) as FakeContainer;
}

/** The bytes of a file of a test. */
export function fakeFile(file: FakeFile): Uint8Array {
  if ("pdf" in file) return fakePdf(file.pdf);
  return new TextEncoder().encode("text" in file ? file.text : CONTAINER_HEADER + JSON.stringify(file.container));
}

/** The bytes of a file that holds others. */
export function fakeContainer(container: FakeContainer): Uint8Array {
  return fakeFile({ container });
}

function handOut(child: FakeChild, children: ChildReceiver): void {
  const { name } = child;
  if ("refused" in child) {
    children.refuse({ name, reason: child.refused, message: null });
    return;
  }
  children.begin({ name });
  if ("damaged" in child) {
    children.write(new TextEncoder().encode(child.damaged));
    children.refuse({ name, reason: "import/corrupt", message: "The sum does not match." });
    return;
  }
  const bytes = fakeFile(child.file);
  // In two pieces, because real ones come in many.
  children.write(bytes.subarray(0, 10));
  children.write(bytes.subarray(10));
  children.end();
}

/** Hands all of them out. */
export function handOutAll(children: readonly FakeChild[], receiver: ChildReceiver): void {
  for (const child of children) handOut(child, receiver);
}
