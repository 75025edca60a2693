import { countOf } from "./notices.ts";
import { symbolCharacter } from "./symbol-fonts.ts";

/** For the notice about fields that `loadsFromElsewhere` finds. */
export const describeIncluded = (count: number): string =>
  `${countOf(count, "field")} would load text, a picture or data from another place; nothing was loaded.`;

/** True for fields that take their content from a file, an address or another program: they are never followed. */
export function loadsFromElsewhere(instruction: string): boolean {
  return /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|RD|DATABASE)\b/iu.test(instruction);
}

/** Address of a field HYPERLINK; undefined for links inside of the document. */
export function addressOfField(instruction: string): string | undefined {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"((?:[^"\\]|\\.)*)"|([^\s\\"]\S*))/iu.exec(instruction) ?? [];
  const address = (quoted ?? bare)?.replaceAll(/\\(.)/gu, "$1").trim();
  return address === "" ? undefined : address;
}

/** The character of a field SYMBOL; empty for other fields. */
export function symbolOfField(instruction: string): string {
  const [, code, font] = /^\s*SYMBOL\s+(0x[\da-f]+|\d+)(?:.*\\f\s*"?([^"\\]+))?/iu.exec(instruction) ?? [];
  if (code === undefined) return "";
  const value = Number(code);
  return value > 0x10_ff_ff ? "" : (symbolCharacter((font ?? "").trim(), value) ?? "\ufffd");
}
