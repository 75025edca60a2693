import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import type { Box, Quad } from "#shared/model/geometry.ts";
import { makePageTransform, toPagePixels } from "./page-transform.ts";
import { topOfPage, type ViewPlace } from "./view-place.ts";

/** A place in this document that a link leads to. Coordinates in PDF user space; null where the link leaves them open. */
export interface LinkPlace {
  readonly page: number;
  readonly left: number | null;
  readonly top: number | null;
}

/** Where a link of a PDF leads. */
export type LinkGoal =
  | { readonly kind: "place"; readonly place: LinkPlace }
  /** Turns pages, or goes back where one came from. */
  | { readonly kind: "move"; readonly to: "next" | "previous" | "first" | "last" | "back" | "forward" }
  /** Something outside of this file. Never gone to without a question. */
  | { readonly kind: "address"; readonly address: string };

/** A link on a page: where it can be pressed, and where it leads. */
export interface PageLink {
  readonly id: string;
  readonly box: Box;
  readonly goal: LinkGoal;
}

/** Links of a page that are offered: a page that has more is made to annoy. */
const MOST_LINKS = 1000;

/** Actions with a name of ISO 32000-2, table 215, and two that viewers add. */
const NAMED_MOVES: Readonly<Record<string, Extract<LinkGoal, { kind: "move" }>["to"]>> = {
  NextPage: "next",
  PrevPage: "previous",
  FirstPage: "first",
  LastPage: "last",
  GoBack: "back",
  GoForward: "forward",
};

/** What pdf.js says of a link annotation, as far as it is used here. Nothing in it is trusted. */
export interface LinkAnnotation {
  readonly id?: unknown;
  readonly subtype?: unknown;
  readonly rect?: unknown;
  readonly dest?: unknown;
  readonly action?: unknown;
  readonly url?: unknown;
  readonly unsafeUrl?: unknown;
}

/** The part of a PDF that resolves destinations. */
export type DestinationSource = Pick<PDFDocumentProxy, "getDestination" | "getPageIndex">;

function finite(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function boxOf(rect: unknown): Box | null {
  if (!Array.isArray(rect)) return null;
  const [x0, y0, x1, y1] = rect.map(finite);
  if (x0 == null || y0 == null || x1 == null || y1 == null) return null;
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

/** The page that the first part of a destination means: a reference, or a position from 0. Null when there is none. */
async function pageOf(source: DestinationSource, first: unknown, pages: number): Promise<number | null> {
  try {
    const isReference = typeof first === "object" && first !== null && "num" in first && "gen" in first;
    const index = isReference
      ? await source.getPageIndex({ num: Number(first.num), gen: Number(first.gen) })
      : finite(first);
    return index !== null && Number.isInteger(index) && index >= 0 && index < pages ? index + 1 : null;
  } catch {
    // A reference to what is no page of this file leads nowhere.
    return null;
  }
}

/** Resolves a destination (ISO 32000-2, 12.3.2), by name or as it stands; null when it is not in this file. */
export async function resolveDestination(
  source: DestinationSource,
  destination: unknown,
  pages: number,
): Promise<LinkPlace | null> {
  const parts: unknown = typeof destination === "string" ? await source.getDestination(destination) : destination;
  if (!Array.isArray(parts)) return null;
  const page = await pageOf(source, parts[0], pages);
  if (page === null) return null;
  const fit: unknown = parts[1];
  const name = typeof fit === "object" && fit !== null && "name" in fit ? fit.name : null;
  switch (name) {
    case "XYZ":
      return { page, left: finite(parts[2]), top: finite(parts[3]) };
    case "FitH":
    case "FitBH":
      return { page, left: null, top: finite(parts[2]) };
    case "FitR":
      return { page, left: finite(parts[2]), top: finite(parts[5]) };
    default:
      return { page, left: null, top: null };
  }
}

async function goalOf(source: DestinationSource, link: LinkAnnotation, pages: number): Promise<LinkGoal | null> {
  const address = typeof link.url === "string" && link.url !== "" ? link.url : link.unsafeUrl;
  if (typeof address === "string" && address.trim() !== "") return { kind: "address", address: address.trim() };
  const to = typeof link.action === "string" ? NAMED_MOVES[link.action] : undefined;
  if (to !== undefined) return { kind: "move", to };
  const place = await resolveDestination(source, link.dest, pages);
  return place === null ? null : { kind: "place", place };
}

/** The links of a page that lead somewhere, in the order of the file. Scripts and launches of programs are none. */
export async function readPageLinks(
  source: DestinationSource,
  annotations: readonly LinkAnnotation[],
  pages: number,
): Promise<readonly PageLink[]> {
  const links = annotations.filter(({ subtype }) => subtype === "Link").slice(0, MOST_LINKS);
  const read = await Promise.all(
    links.map(async (link, index): Promise<PageLink | null> => {
      const box = boxOf(link.rect);
      const goal = box === null ? null : await goalOf(source, link, pages);
      return box === null || goal === null ? null : { id: `${index}:${String(link.id)}`, box, goal };
    }),
  );
  return read.filter((link) => link !== null);
}

/** The box of a link as a quad that text could stand in. */
export function quadOfBox([left, bottom, right, top]: Box): Quad {
  return [left, top, right, top, left, bottom, right, bottom];
}

/** What to bring into sight for a link: the place that it names near the top of the view, else the top of the page. */
export function placeOfLink(
  { page, left, top }: LinkPlace,
  pageInfos: readonly Pick<PageInfo, "box" | "rotation">[],
  rotation: PageRotation,
): ViewPlace {
  const info = pageInfos[page - 1];
  if (info === undefined || top === null) return topOfPage(page);
  const transform = makePageTransform(info, 1, rotation);
  const [, y] = toPagePixels(transform, left ?? info.box[0], top);
  return { ...topOfPage(page), fractionY: Math.min(Math.max(y / transform.height, 0), 1), viewY: 0.04 };
}

/** Addresses that can be opened after a question; others are shown and can be copied. */
export function canOpenAddress(address: string): boolean {
  return /^(?:https?:\/\/[^/\s]|mailto:[^\s])/i.test(address);
}
