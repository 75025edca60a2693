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

  FPDF_CreateNewDocument(): Pointer;
  FPDF_ImportPagesByIndex(target: Pointer, source: Pointer, indices: Pointer, count: number, at: number): number;
  FPDFPage_New(document: Pointer, pageIndex: number, width: number, height: number): Pointer;
  FPDFPage_SetMediaBox(page: Pointer, left: number, bottom: number, right: number, top: number): void;
  FPDFPage_SetRotation(page: Pointer, quarterTurns: number): void;
  FPDFPage_InsertObject(page: Pointer, object: Pointer): void;
  FPDFPage_GenerateContent(page: Pointer): number;
  FPDFPageObj_NewImageObj(document: Pointer): Pointer;
  FPDFImageObj_SetBitmap(pages: Pointer, count: number, image: Pointer, bitmap: Pointer): number;
  FPDFImageObj_SetMatrix(image: Pointer, a: number, b: number, c: number, d: number, e: number, f: number): number;

  FPDF_DocumentHasValidCrossReferenceTable(document: Pointer): number;
  EPDF_IsEncrypted(document: Pointer): number;

  FPDF_LoadPage(document: Pointer, pageIndex: number): Pointer;
  FPDF_ClosePage(page: Pointer): void;
  FPDF_GetPageBoundingBox(page: Pointer, rectangle: Pointer): number;
  FPDFPage_GetRotation(page: Pointer): number;
  EPDFPage_GetObjectNumber(page: Pointer): number;
  FPDFPage_Flatten(page: Pointer, usage: number): number;

  FPDFBitmap_CreateEx(width: number, height: number, format: number, bytes: Pointer, stride: number): Pointer;
  FPDFBitmap_FillRect(
    bitmap: Pointer,
    left: number,
    top: number,
    width: number,
    height: number,
    colour: number,
  ): number;
  FPDFBitmap_Destroy(bitmap: Pointer): void;
  FPDF_RenderPageBitmap(
    bitmap: Pointer,
    page: Pointer,
    left: number,
    top: number,
    width: number,
    height: number,
    rotation: number,
    flags: number,
  ): void;
  FPDFPage_CountObjects(page: Pointer): number;
  FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  FPDFPageObj_GetType(object: Pointer): number;
  FPDFImageObj_GetImageMetadata(object: Pointer, page: Pointer, metadata: Pointer): number;

  FPDFBitmap_GetBuffer(bitmap: Pointer): Pointer;
  FPDFBitmap_GetStride(bitmap: Pointer): number;
  FPDF_RenderPageBitmapWithMatrix(bitmap: Pointer, page: Pointer, matrix: Pointer, clip: Pointer, flags: number): void;
  FPDFPageObj_GetBounds(object: Pointer, left: Pointer, bottom: Pointer, right: Pointer, top: Pointer): number;
  FPDFPageObj_GetMatrix(object: Pointer, matrix: Pointer): number;
  FPDFPageObj_GetFillColor(object: Pointer, red: Pointer, green: Pointer, blue: Pointer, alpha: Pointer): number;
  FPDFPageObj_SetIsActive(object: Pointer, isActive: number): number;
  FPDFPath_GetDrawMode(path: Pointer, fillMode: Pointer, isStroked: Pointer): number;
  FPDFPath_CountSegments(path: Pointer): number;
  FPDFPath_GetPathSegment(path: Pointer, index: number): Pointer;
  FPDFPathSegment_GetPoint(segment: Pointer, x: Pointer, y: Pointer): number;
  FPDFPathSegment_GetType(segment: Pointer): number;
  FPDFImageObj_GetImagePixelSize(image: Pointer, width: Pointer, height: Pointer): number;
  FPDFFormObj_CountObjects(form: Pointer): number;
  FPDFFormObj_GetObject(form: Pointer, index: number): Pointer;
  FPDFTextObj_GetTextRenderMode(text: Pointer): number;

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

  FPDFDoc_GetAttachmentCount(document: Pointer): number;
  FPDFDoc_GetAttachment(document: Pointer, index: number): Pointer;
  FPDFAnnot_GetFileAttachment(annotation: Pointer): Pointer;
  FPDFAttachment_GetName(attachment: Pointer, buffer: Pointer, length: number): number;
  FPDFAttachment_GetFile(attachment: Pointer, buffer: Pointer, length: number, written: Pointer): number;

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
  FPDFAnnot_GetRect(annotation: Pointer, rectangle: Pointer): number;
  FPDFAnnot_GetFlags(annotation: Pointer): number;
  FPDFAnnot_SetRect(annotation: Pointer, rectangle: Pointer): number;
  FPDFAnnot_SetFlags(annotation: Pointer, flags: number): number;
  FPDFAnnot_AppendAttachmentPoints(annotation: Pointer, quad: Pointer): number;
  FPDFAnnot_CountAttachmentPoints(annotation: Pointer): number;
  FPDFAnnot_GetAttachmentPoints(annotation: Pointer, index: number, quad: Pointer): number;
  FPDFAnnot_SetStringValue(annotation: Pointer, key: Pointer, value: Pointer): number;
  FPDFAnnot_GetStringValue(annotation: Pointer, key: Pointer, buffer: Pointer, length: number): number;
  FPDFAnnot_HasKey(annotation: Pointer, key: Pointer): number;
  FPDFAnnot_GetLinkedAnnot(annotation: Pointer, key: Pointer): Pointer;
  FPDFPage_GetAnnotIndex(page: Pointer, annotation: Pointer): number;
  EPDFAnnot_GetColor(annotation: Pointer, kind: number, red: Pointer, green: Pointer, blue: Pointer): number;
  EPDFAnnot_SetColor(annotation: Pointer, kind: number, red: number, green: number, blue: number): number;
  EPDFAnnot_SetOpacity(annotation: Pointer, opacity: number): number;
  EPDFAnnot_GenerateAppearanceWithBlend(annotation: Pointer, blendMode: number): number;
}
