import { checkCompoundFile } from "./compound-file.ts";

/** Streams that tell what a compound file is, the decisive one first. */
const KINDS: readonly (readonly [stream: string, name: string])[] = [
  ["__properties_version1.0", "Outlook message"],
  ["EncryptedPackage", "Office document with a password"],
  ["WordDocument", "Word 97–2003 document (.doc)"],
  ["Workbook", "Excel 97–2003 workbook (.xls)"],
  ["Book", "Excel 5.0/95 workbook (.xls)"],
  ["PowerPoint Document", "PowerPoint 97–2003 presentation (.ppt)"],
  ["VisioDocument", "Visio 2003 drawing (.vsd)"],
  ["Quill", "Publisher document (.pub)"],
  ["Props9", "Microsoft Project plan (.mpp)"],
  ["FileHeader", "Hangul document (.hwp)"],
  ["CONTENTS", "Microsoft Works document (.wps)"],
  ["Catalog", "Windows' small pictures of the files of a folder (Thumbs.db)"],
];

/**
 * Tells an Outlook message from other compound files.
 *
 * @throws ProbativeError `import/corrupt` when the file is damaged
 */
export function identifyCompoundFile(bytes: Uint8Array): "msg" | "unsupported" {
  return checkCompoundFile(bytes).names.has("__properties_version1.0") ? "msg" : "unsupported";
}

/** Whether a compound file is an Office document that asks for a password. @throws as `identifyCompoundFile` */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return checkCompoundFile(bytes).names.has("EncryptedPackage");
}

/** What people call the format of a compound file: for the reason why it is not read. @throws as `identifyCompoundFile` */
export function nameCompoundFile(bytes: Uint8Array): string {
  const { names } = checkCompoundFile(bytes);
  return KINDS.find(([stream]) => names.has(stream))?.[1] ?? "compound file of an unknown program";
}
