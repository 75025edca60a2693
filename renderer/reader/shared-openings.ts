/** A document being opened, and the way to let go of it whatever its state. */
export interface Opening<Document> {
  readonly pdf: Promise<Document>;
  close(): void;
}

/** Opens the document at an address; `onFailure` is called when a part that is needed later cannot be read. */
type Open<Document> = (url: string, onFailure: (error: Error) => void) => Opening<Document>;

/** What one view that shows a document has given. */
interface User {
  readonly onFailure: (error: Error) => void;
}

interface Shared<Document> {
  readonly url: string;
  readonly opening: Opening<Document>;
  readonly users: Set<User>;
}

/** Milliseconds for which a document that nobody shows any more stays open. */
const REST = 20_000;

/**
 * Opens each document once, however many views show it. The one that was let go of last stays open for a while: a preview
 * goes when the reader comes, and opening the document anew is most of what there would be to wait for.
 */
export class SharedOpenings<Document> {
  readonly #open: Open<Document>;
  readonly #shared = new Map<string, Shared<Document>>();
  #resting: { readonly shared: Shared<Document>; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  constructor(open: Open<Document>) {
    this.#open = open;
  }

  /** Opens the document, or takes part in it where it is open. One that failed is opened anew. */
  open(url: string, onFailure: (error: Error) => void): Opening<Document> {
    const shared = this.#shared.get(url) ?? this.#start(url);
    if (this.#resting?.shared === shared) {
      clearTimeout(this.#resting.timer);
      this.#resting = null;
    }
    const user: User = { onFailure };
    shared.users.add(user);
    return {
      pdf: shared.opening.pdf,
      close: () => {
        if (shared.users.delete(user) && shared.users.size === 0) this.#rest(shared);
      },
    };
  }

  #start(url: string): Shared<Document> {
    const users = new Set<User>();
    const forget = (): void => {
      if (this.#shared.get(url) === shared) this.#shared.delete(url);
    };
    const opening = this.#open(url, (error) => {
      forget();
      for (const user of users) user.onFailure(error);
    });
    const shared: Shared<Document> = { url, opening, users };
    opening.pdf.catch(forget);
    this.#shared.set(url, shared);
    return shared;
  }

  #rest(shared: Shared<Document>): void {
    if (this.#shared.get(shared.url) !== shared) {
      shared.opening.close();
      return;
    }
    this.#closeResting();
    this.#resting = { shared, timer: setTimeout(() => this.#closeResting(), REST) };
  }

  #closeResting(): void {
    if (this.#resting === null) return;
    const { shared, timer } = this.#resting;
    this.#resting = null;
    clearTimeout(timer);
    if (this.#shared.get(shared.url) === shared) this.#shared.delete(shared.url);
    shared.opening.close();
  }
}
