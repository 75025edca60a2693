import { assertNever } from "#shared/base/assert-never.ts";
import type { DocumentDetail, PageAddress, PageInfo } from "#shared/model/document.ts";
import type { TextRange } from "#shared/model/passage.ts";
import { parenthetical, recordCitation } from "#shared/text/cite.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";

/**
 * How a citation is written beside a quotation that is copied.
 * `record`: short name and page, `Compl. at 5`; `brief`: the same in parentheses, `(Compl. at 5.)`; `docket`: with the
 * number that the court gave, `(Compl., ECF No. 81-2 at 3.)`; `bates`: by Bates number, `CV-000119`; `title`: the whole
 * title with its date and page.
 */
export const CITE_STYLES = ["brief", "record", "docket", "bates", "title"] as const;
export type CiteStyle = (typeof CITE_STYLES)[number];

/** What the styles are called. */
export const STYLE_NAMES: Readonly<Record<CiteStyle, MessageKey>> = {
  brief: "tagging.styleBrief",
  record: "tagging.styleRecord",
  docket: "tagging.styleDocket",
  bates: "tagging.styleBates",
  title: "tagging.styleTitle",
};

/** The document of a citation. */
export type CitedDocument = Pick<DocumentDetail, "shortName" | "title" | "pageInfos"> & {
  readonly fields: Pick<DocumentDetail["fields"], "date" | "ecfNumber">;
};

function addressOf(info: PageInfo | undefined, scheme: PageAddress["scheme"]): string | null {
  return info?.addresses.find((address) => address.scheme === scheme)?.value ?? null;
}

/** The citation of a place in a style; where the pages lack what the style asks for, the record citation in parentheses. */
export function citePlace(
  { shortName, title, pageInfos, fields }: CitedDocument,
  ranges: readonly Pick<TextRange, "page">[],
  style: CiteStyle,
): string {
  const firstPage = ranges[0]?.page ?? 1;
  const lastPage = ranges.at(-1)?.page ?? firstPage;
  const [first, last] = [pageInfos[firstPage - 1], pageInfos[lastPage - 1]];
  const labels = { firstLabel: first?.label ?? null, lastLabel: last?.label ?? null, firstPage, lastPage };
  const inBrief = parenthetical(recordCitation({ shortName, ...labels }));
  switch (style) {
    case "brief":
      return inBrief;
    case "record":
      return recordCitation({ shortName, ...labels });
    case "title":
      return recordCitation({ shortName: fields.date === null ? title : `${title} (${fields.date})`, ...labels });
    case "bates":
      return range(addressOf(first, "bates"), addressOf(last, "bates")) ?? inBrief;
    case "docket": {
      if (fields.ecfNumber === null) return inBrief;
      const docket = { name: shortName, number: fields.ecfNumber };
      const pages = range(addressOf(first, "ecf"), addressOf(last, "ecf"));
      return parenthetical(
        pages === null ? say("tagging.docketCite", docket) : say("tagging.docketCiteAt", { ...docket, pages }),
      );
    }
    default:
      return assertNever(style);
  }
}

function range(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return null;
  return first === last ? first : `${first}–${last}`;
}

/** Text as it is quoted within a line: in quotation marks, those inside of it single. Line ends are spaces. */
export function quoted(oneLineText: string): string {
  const inner = oneLineText.replaceAll(/[“”«»„]|"/gu, (mark) => (/[“«„]/u.test(mark) ? "‘" : "’"));
  return `“${inner}”`;
}
