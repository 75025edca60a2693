import type { PageInfo } from "#shared/model/document.ts";
import type { LabelScheme } from "#shared/model/reading.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";

/** A page as the reader names it: `label` is its name in the scheme that was chosen for the document. */
export interface NamedPage extends PageInfo {
  /** The whole name in that scheme, e.g. `PageID.1234`; absent where the document's own label is shown. */
  readonly name?: string;
  /** What the document itself prints or declares. */
  readonly declared?: string | null;
}

/** One of the names of a page. */
export interface PageName {
  readonly scheme: LabelScheme;
  /** As it stands on the page, e.g. `1234`. */
  readonly value: string;
  /** As people say it, e.g. `PageID.1234`. */
  readonly name: string;
}

/** Schemes in the order in which they are listed, and what they are called. */
export const SCHEME_NAMES = {
  printed: "reader.schemePrinted",
  ecf: "reader.schemeEcf",
  bates: "reader.schemeBates",
  "page-id": "reader.schemePageId",
  transcript: "reader.schemeTranscript",
  appellate: "reader.schemeAppellate",
  file: "reader.schemeFile",
} as const satisfies Readonly<Record<LabelScheme, MessageKey>>;

/** The schemes, in that order. */
export const SCHEMES = Object.keys(SCHEME_NAMES) as readonly LabelScheme[];

/** What stands before the field with the page's name; nothing before a Bates number, which names itself. */
export const BEFORE_VALUE = {
  printed: "reader.beforeLabel",
  ecf: "reader.beforeEcf",
  bates: "reader.beforeBates",
  "page-id": "reader.beforePageId",
  transcript: "reader.beforeTranscript",
  appellate: "reader.beforeAppellate",
  file: "reader.beforePosition",
} as const satisfies Readonly<Record<LabelScheme, MessageKey>>;

function valueIn(info: NamedPage, scheme: LabelScheme): string | null {
  if (scheme === "file") return String(info.page);
  const borne = info.addresses.find((address) => address.scheme === scheme)?.value ?? null;
  if (scheme !== "printed") return borne;
  const declared = info.declared === undefined ? info.label : info.declared;
  return borne ?? (declared === "" ? null : declared);
}

/** A name in full. `ecf` is the number of the document at the court, where it is known. */
function nameOf(scheme: LabelScheme, value: string, ecf: string | null): string {
  switch (scheme) {
    case "printed":
      return say("reader.labelledPage", { label: value });
    case "ecf":
      return ecf === null
        ? say("reader.ecfPage", { page: value })
        : say("reader.ecfDocumentPage", { document: ecf, page: value });
    case "bates":
      return value;
    case "page-id":
      return `PageID.${value}`;
    case "transcript":
      return say("reader.transcriptPage", { page: value });
    case "appellate":
      return say("reader.appellatePage", { page: value });
    case "file":
      return say("reader.pdfPage", { page: value });
  }
}

/** Every name that a page has, its position in the file last. */
export function namesOfPage(info: NamedPage, ecf: string | null): readonly PageName[] {
  return SCHEMES.flatMap((scheme) => {
    const value = valueIn(info, scheme);
    return value === null ? [] : [{ scheme, value, name: nameOf(scheme, value, ecf) }];
  });
}

/** Pages named in a scheme; as the document names them itself when none is chosen. */
export function namePages(
  pageInfos: readonly PageInfo[],
  scheme: LabelScheme | null,
  ecf: string | null,
): readonly NamedPage[] {
  if (scheme === null) return pageInfos;
  return pageInfos.map((info) => {
    const declared = info.label;
    if (scheme === "file") return { ...info, declared, label: null };
    const value = valueIn(info, scheme);
    return value === null
      ? { ...info, declared, label: null }
      : { ...info, declared, label: value, name: nameOf(scheme, value, ecf) };
  });
}
