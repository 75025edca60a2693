/** An address in the module's memory; 0 is null. Documents, pages, text pages and annotations are such addresses. */
export type Pointer = number;

/**
 * The functions of PDFium that are called here, as the WebAssembly instance exports them: without the package's
 * wrapper, whose string conversions and checks cost a third of the time when boxes are read character by character.
 * Names and meaning are those of PDFium's public headers (fpdfview.h, fpdf_text.h, fpdf_doc.h, fpdf_annot.h, fpdf_save.h);
 * `EPDF…` are additions of the package. Booleans are 0 or 1.
 */
export interface PdfiumExports {
  malloc(bytes: number): Pointer;
  free(pointer: Pointer): void;

  FPDF_LoadCustomDocument(fileAccess: Pointer, password: Pointer): Pointer;
  FPDF_LoadMemDocument(bytes: Pointer, length: number, password: Pointer): Pointer;
  FPDF_CloseDocument(document: Pointer): void;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: Pointer): number;
  FPDF_GetPageLabel(document: Pointer, pageIndex: number, buffer: Pointer, length: number): number;
  FPDF_GetMetaText(document: Pointer, tag: Pointer, buffer: Pointer, length: number): number;
  FPDF_SaveAsCopy(document: Pointer, writer: Pointer, flags: number): number;

  FPDF_DocumentHasValidCrossReferenceTable(document: Pointer): number;
  EPDF_IsEncrypted(document: Pointer): number;

  FPDF_LoadPage(document: Pointer, pageIndex: number): Pointer;
  FPDF_ClosePage(page: Pointer): void;
  FPDF_GetPageBoundingBox(page: Pointer, rectangle: Pointer): number;
  FPDFPage_GetRotation(page: Pointer): number;
  EPDFPage_GetObjectNumber(page: Pointer): number;
  FPDFPage_Flatten(page: Pointer, usage: number): number;

  FPDFText_LoadPage(page: Pointer): Pointer;
  FPDFText_ClosePage(text: Pointer): void;
  FPDFText_CountChars(text: Pointer): number;
  FPDFText_GetUnicode(text: Pointer, index: number): number;
  FPDFText_IsGenerated(text: Pointer, index: number): number;
  FPDFText_IsHyphen(text: Pointer, index: number): number;
  FPDFText_HasUnicodeMapError(text: Pointer, index: number): number;
  FPDFText_GetTextObject(text: Pointer, index: number): Pointer;
  FPDFText_GetCharAngle(text: Pointer, index: number): number;
  FPDFText_GetLooseCharBox(text: Pointer, index: number, rectangle: Pointer): number;
  FPDFText_GetCharBox(
    text: Pointer,
    index: number,
    left: Pointer,
    right: Pointer,
    bottom: Pointer,
    top: Pointer,
  ): number;

  FPDFBookmark_GetFirstChild(document: Pointer, bookmark: Pointer): Pointer;
  FPDFBookmark_GetNextSibling(document: Pointer, bookmark: Pointer): Pointer;
  FPDFBookmark_GetTitle(bookmark: Pointer, buffer: Pointer, length: number): number;
  FPDFBookmark_GetDest(document: Pointer, bookmark: Pointer): Pointer;
  FPDFBookmark_GetAction(bookmark: Pointer): Pointer;
  FPDFAction_GetType(action: Pointer): number;
  FPDFAction_GetDest(document: Pointer, action: Pointer): Pointer;
  FPDFDest_GetDestPageIndex(document: Pointer, destination: Pointer): number;

  EPDFPage_CreateAnnot(page: Pointer, subtype: number): Pointer;
  FPDFPage_GetAnnotCount(page: Pointer): number;
  FPDFPage_GetAnnot(page: Pointer, index: number): Pointer;
  FPDFPage_CloseAnnot(annotation: Pointer): void;
  FPDFAnnot_GetSubtype(annotation: Pointer): number;
  FPDFAnnot_SetRect(annotation: Pointer, rectangle: Pointer): number;
  FPDFAnnot_SetFlags(annotation: Pointer, flags: number): number;
  FPDFAnnot_AppendAttachmentPoints(annotation: Pointer, quad: Pointer): number;
  FPDFAnnot_CountAttachmentPoints(annotation: Pointer): number;
  FPDFAnnot_GetAttachmentPoints(annotation: Pointer, index: number, quad: Pointer): number;
  FPDFAnnot_SetStringValue(annotation: Pointer, key: Pointer, value: Pointer): number;
  FPDFAnnot_GetStringValue(annotation: Pointer, key: Pointer, buffer: Pointer, length: number): number;
  EPDFAnnot_SetColor(annotation: Pointer, kind: number, red: number, green: number, blue: number): number;
  EPDFAnnot_SetOpacity(annotation: Pointer, opacity: number): number;
  EPDFAnnot_GenerateAppearanceWithBlend(annotation: Pointer, blendMode: number): number;
}
