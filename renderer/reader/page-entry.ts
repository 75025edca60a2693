import type { PageAddress, PageInfo } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import type { NamedPage } from "./page-names.ts";

type Labelled = Pick<PageInfo, "page" | "label"> & Partial<Pick<NamedPage, "addresses" | "name" | "declared">>;

/** True when the document names its pages itself; otherwise only their position in the file is known. */
export function hasLabels(pageInfos: readonly Labelled[]): boolean {
  return pageInfos.some((info) => info.label !== null && info.label !== "");
}

/** How a page is named to people: by its label, or plainly by its position in the file. */
export function namePage(info: Labelled): string {
  if (info.name !== undefined) return info.name;
  return info.label === null || info.label === ""
    ? say("reader.pdfPage", { page: info.page })
    : say("reader.labelledPage", { label: info.label });
}

/** What is typed before or for a number at a court: `ECF No. 12-3`, `Dkt. 12-3`, `Doc. 12-3`. */
const COURT_DOCUMENT = /^(?:ecf|dkt|docket|doc(?:ument)?|exp(?:ediente)?)\.?\s*(?:no|nro|n[úu]m)?\.?\s*/;
const PAGE_WORD = /^(?:p(?:age|g|[áa]g(?:ina)?)?\.?|at|en|,)\s*/;

type Scheme = PageAddress["scheme"];

/**
 * The page that someone means by what they typed, or null. The label that is shown comes first (the next page after
 * `current` when several bear the same), then what the document prints, then the position in the file, then every other
 * number that stands on a page. `#12` and `pdf 12` always mean the position; `PageID.1234`, `ECF 12-3 p 4`, `Tr. 45` and a
 * Bates number (also without its zeros) mean what they say. The words for a page are understood in every language of the
 * interface: people paste what they were sent.
 *
 * @param ecf number of the document at the court, when it is known: pages of another document are not here
 */
export function findPage(
  pageInfos: readonly Labelled[],
  typed: string,
  current: number,
  ecf: string | null = null,
): number | null {
  const wanted = typed.trim().toLocaleLowerCase().replace(/\s+/g, " ");
  if (wanted === "") return null;
  const position = /^(?:#|pdf\s*(?:p(?:[áa]g)?\.?\s*)?)(\d+)$/.exec(wanted)?.[1];
  if (position !== undefined) return inRange(pageInfos, Number(position));
  const after = (test: (info: Labelled) => boolean): number | null => {
    const matches = pageInfos.filter(test);
    return (matches.find((info) => info.page > current) ?? matches[0])?.page ?? null;
  };
  const bears = (value: string, ...schemes: readonly Scheme[]): number | null =>
    after(
      (info) => info.addresses?.some((own) => schemes.includes(own.scheme) && sameValue(own.value, value)) === true,
    );

  const pageId = /^page\s?id[.:\s#]*(\d+)$/.exec(wanted)?.[1];
  if (pageId !== undefined) return bears(pageId, "page-id");
  const transcript = /^(?:tr|trans|transcript|transcripci[óo]n)\.?\s*(?:at|p\.?|p[áa]g\.?)?\s*(\d+)(?::\d+)?$/.exec(
    wanted,
  )?.[1];
  if (transcript !== undefined) return bears(transcript, "transcript");
  if (COURT_DOCUMENT.test(wanted)) return findAtCourt(wanted.replace(COURT_DOCUMENT, ""), ecf, bears);

  const label = wanted.replace(/^p(?:age|g|[áa]g(?:ina)?)?\.?\s+/, "");
  const isLabel = (own: string | null | undefined): boolean => {
    const value = own?.toLocaleLowerCase();
    return value !== undefined && value !== "" && (value === wanted || value === label);
  };
  const named =
    after((info) => isLabel(info.label)) ?? after((info) => isLabel(info.declared)) ?? bears(label, "printed");
  if (named !== null) return named;
  const inFile = /^\d+$/.test(label) ? inRange(pageInfos, Number(label)) : null;
  return inFile ?? bears(label, "bates", "page-id", "ecf", "transcript", "appellate");
}

/** `12-3 p 4`, `12-3, 4`, `p. 4`; a number alone is a page. Without a page it is the document's first. */
function findAtCourt(
  typed: string,
  ecf: string | null,
  bears: (value: string, ...schemes: readonly Scheme[]) => number | null,
): number | null {
  const parts = /^(?:(\d+(?:-\d+)?)(?=$|[\s,:]))?[\s,:]*(.*)$/.exec(typed);
  const rest = (parts?.[2] ?? "").replace(PAGE_WORD, "").replace(PAGE_WORD, "");
  const document = parts?.[1];
  if (document === undefined) return /^\d+$/.test(rest) ? bears(rest, "ecf") : null;
  if (rest === "") {
    const isThis = ecf !== null && sameValue(ecf, document);
    return isThis ? (bears("1", "ecf") ?? 1) : bears(document, "ecf");
  }
  if (ecf !== null && !sameValue(ecf, document)) return null;
  return /^\d+$/.test(rest) ? bears(rest, "ecf") : null;
}

/** Equal but for case, separators and leading zeros: `cv 118` is `CV-000118`. */
function sameValue(own: string, typed: string): boolean {
  return plain(own) === plain(typed);
}

function plain(value: string): string {
  return value
    .toLocaleLowerCase()
    .replace(/[\s_.-]+/g, "-")
    .replace(/(?<!\d)0+(?=\d)/g, "")
    .replace(/(?<=[a-z])-(?=\d)/g, "");
}

function inRange(pageInfos: readonly Labelled[], page: number): number | null {
  return page >= 1 && page <= pageInfos.length ? page : null;
}
