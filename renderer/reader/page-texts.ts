import type { PageText } from "#shared/model/document.ts";

/** The text of a page as the reader has it. */
export type PageTextState =
  | { readonly kind: "loading" }
  | { readonly kind: "loaded"; readonly text: PageText }
  | { readonly kind: "failed" };

const LOADING: PageTextState = { kind: "loading" };
const FAILED: PageTextState = { kind: "failed" };

/** Pages of text that are kept. */
const MOST_PAGES = 200;

/**
 * Texts of pages near the view, loaded once each and kept for as long as they are among the last ones used.
 * Components subscribe to it as to an external store.
 */
export class PageTexts {
  #load: (page: number) => Promise<PageText>;
  readonly #states = new Map<number, PageTextState>();
  readonly #loading = new Map<number, Promise<PageText>>();
  readonly #listeners = new Set<() => void>();

  constructor(load: (page: number) => Promise<PageText>) {
    this.#load = load;
  }

  /** Replaces the way to load; texts that are there stay. */
  setLoader(load: (page: number) => Promise<PageText>): void {
    this.#load = load;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is known of a page's text now. Does not load. */
  stateOf(page: number): PageTextState {
    return this.#states.get(page) ?? LOADING;
  }

  /** The text when it is there. */
  peek(page: number): PageText | null {
    const state = this.#states.get(page);
    return state?.kind === "loaded" ? state.text : null;
  }

  /** The text, loaded if it must be. Rejects when it cannot be; asking again tries again. */
  request(page: number): Promise<PageText> {
    const present = this.peek(page);
    if (present !== null) return Promise.resolve(present);
    const running = this.#loading.get(page);
    if (running !== undefined) return running;
    const loading = this.#load(page).then(
      (text) => {
        // An answer to a question that was asked before the page was forgotten is old.
        if (this.#loading.get(page) !== loading) return this.request(page);
        this.#loading.delete(page);
        this.#set(page, { kind: "loaded", text });
        return text;
      },
      (error: unknown) => {
        this.#loading.delete(page);
        this.#set(page, FAILED);
        throw error;
      },
    );
    this.#loading.set(page, loading);
    return loading;
  }

  /** Drops the texts of pages that have another text now; they are loaded again when they are asked for. */
  forget(pages: Iterable<number>): void {
    for (const page of pages) {
      this.#states.delete(page);
      this.#loading.delete(page);
    }
    for (const listener of this.#listeners) listener();
  }

  #set(page: number, state: PageTextState): void {
    this.#states.delete(page);
    this.#states.set(page, state);
    for (const oldest of this.#states.keys()) {
      if (this.#states.size <= MOST_PAGES) break;
      this.#states.delete(oldest);
    }
    for (const listener of this.#listeners) listener();
  }
}
