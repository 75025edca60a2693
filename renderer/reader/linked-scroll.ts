import type { DocumentId } from "#shared/base/ids.ts";
import type { PageInfo } from "#shared/model/document.ts";
import { candidatesAround, matchHeight, matchPage } from "./page-matching.ts";
import type { PageTexts } from "./page-texts.ts";
import type { ViewPlace } from "./view-place.ts";

/** A reader that stands beside another one. */
export interface LinkedPane {
  readonly documentId: DocumentId;
  readonly pageInfos: readonly PageInfo[];
  readonly texts: PageTexts;
  readonly follow: (place: ViewPlace) => void;
}

/** Pages before and after the expected one among which a counterpart is looked for. */
const REACH = 4;

/** Readers that stand side by side, and which of them scroll along with each other. An external store. */
class LinkedScroll {
  readonly #panes = new Set<LinkedPane>();
  readonly #linked = new Set<string>();
  readonly #listeners = new Set<() => void>();
  /** By pair and page: how far the counterpart of a page is from it. */
  readonly #offsets = new Map<string, number>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  isLinked(one: DocumentId, other: DocumentId): boolean {
    return this.#linked.has(pairKey(one, other));
  }

  setLinked(one: DocumentId, other: DocumentId, linked: boolean): void {
    if (linked) this.#linked.add(pairKey(one, other));
    else this.#linked.delete(pairKey(one, other));
    for (const listener of [...this.#listeners]) listener();
  }

  add(pane: LinkedPane): () => void {
    this.#panes.add(pane);
    return () => this.#panes.delete(pane);
  }

  /** Brings the readers that are linked with a pane to where it is. */
  tell(from: LinkedPane, place: ViewPlace): void {
    for (const pane of this.#panes) {
      if (pane === from || !this.isLinked(from.documentId, pane.documentId)) continue;
      pane.follow(this.#counterpart(from, place, pane));
    }
  }

  /** What is not loaded yet is asked for, and counts the next time. */
  #counterpart(from: LinkedPane, place: ViewPlace, to: LinkedPane): ViewPlace {
    const key = `${from.documentId} ${to.documentId}`;
    const pages = to.pageInfos.length;
    const guess = Math.min(Math.max(place.page + (this.#offsets.get(key) ?? 0), 1), Math.max(1, pages));
    const own = from.texts.peek(place.page);
    const page = own === null ? guess : this.#findPage(own.text, guess, to);
    if (own === null) ask(from, place.page);
    if (page !== guess || own !== null) this.#offsets.set(key, page - place.page);
    const there = to.texts.peek(page);
    const infos = [from.pageInfos[place.page - 1], to.pageInfos[page - 1]] as const;
    const knows = own !== null && there !== null && infos[0] !== undefined && infos[1] !== undefined;
    const fractionY = knows
      ? matchHeight({ info: infos[0], text: own }, place.fractionY, { info: infos[1], text: there })
      : place.fractionY;
    return { ...place, page, fractionY, asked: false };
  }

  #findPage(text: string, guess: number, to: LinkedPane): number {
    const candidates = candidatesAround(guess, to.pageInfos.length, REACH).flatMap((page) => {
      const there = to.texts.peek(page);
      if (there === null) ask(to, page);
      return there === null ? [] : [{ page, text: there.text }];
    });
    return matchPage(text, candidates) ?? guess;
  }
}

function ask(pane: LinkedPane, page: number): void {
  if ((pane.pageInfos[page - 1]?.characters ?? 0) === 0) return;
  // A text that cannot be read says so on its page.
  pane.texts.request(page).catch(() => undefined);
}

function pairKey(one: DocumentId, other: DocumentId): string {
  return [one, other].sort().join(" ");
}

/** The readers of this window. */
export const linkedScroll = new LinkedScroll();
