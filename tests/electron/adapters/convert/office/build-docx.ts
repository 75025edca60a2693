import { writeParts } from "./read-office.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const MORE = `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
  xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A root element of WordprocessingML with all namespaces. */
export function wordRoot(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${W} ${R} ${MORE}>${content}</w:${name}>`;
}

/** A list of references: id, last segment of the type, target; targets with `//` or `file:` lead out of the file. */
export function relationshipList(references: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = references.map(([id, type, target]) => {
    const mode = /^\w+:/u.test(target) ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}

/** A run, a paragraph. */
export const run = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const para = (content: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;

/** A Word document with this body and these other parts. */
export function buildDocx(
  body: string,
  parts: Readonly<Record<string, string | Uint8Array>> = {},
  references: readonly (readonly [id: string, type: string, target: string])[] = [],
): Uint8Array {
  return writeParts({
    "_rels/.rels": relationshipList([["r1", "officeDocument", "word/document.xml"]]),
    "word/document.xml": wordRoot("document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": relationshipList(references),
    ...parts,
  });
}
