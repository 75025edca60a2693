import type { PageInfo } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";

type Labelled = Pick<PageInfo, "page" | "label">;

/** True when the document names its pages itself; otherwise only their position in the file is known. */
export function hasLabels(pageInfos: readonly Labelled[]): boolean {
  return pageInfos.some((info) => info.label !== null && info.label !== "");
}

/** How a page is named to people: its printed label, or plainly its position in the file. */
export function namePage(info: Labelled): string {
  return info.label === null || info.label === ""
    ? say("reader.pdfPage", { page: info.page })
    : say("reader.labelledPage", { label: info.label });
}

/**
 * The page that someone means by what they typed, or null. A printed label comes first (the next one after `current`
 * when several pages print the same), then the position in the file; `#12` and `pdf 12` always mean the position. The
 * words for a page are understood in every language of the interface: people paste what they were sent.
 */
export function findPage(pageInfos: readonly Labelled[], typed: string, current: number): number | null {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === "") return null;
  const position = /^(?:#|pdf\s*(?:p(?:[áa]g)?\.?\s*)?)(\d+)$/.exec(wanted)?.[1];
  if (position !== undefined) return inRange(pageInfos, Number(position));
  const label = wanted.replace(/^p(?:age|g|[áa]g(?:ina)?)?\.?\s+/, "");
  const matches = pageInfos.filter((info) => {
    const own = info.label?.toLocaleLowerCase();
    return own !== undefined && own !== "" && (own === wanted || own === label);
  });
  const match = matches.find((info) => info.page > current) ?? matches[0];
  if (match !== undefined) return match.page;
  return /^\d+$/.test(label) ? inRange(pageInfos, Number(label)) : null;
}

function inRange(pageInfos: readonly Labelled[], page: number): number | null {
  return page >= 1 && page <= pageInfos.length ? page : null;
}
