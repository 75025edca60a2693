import type { DocumentId } from "#shared/base/ids.ts";
import type { ViewPlace } from "./view-place.ts";

/** Somewhere that a person was: what was in sight, in which document. */
export interface HistoryEntry {
  readonly documentId: DocumentId;
  readonly place: ViewPlace;
}

/** How one got somewhere. Steps that follow each other (from hit to hit) are one entry, as scrolling is none. */
export type Move = "jump" | "step";

/** Where one can go from here. */
export interface HistoryEnds {
  readonly back: boolean;
  readonly forward: boolean;
}

/** Entries that are kept. */
const MOST_ENTRIES = 100;

/** Where a person has been in the documents of one row of tabs, as a browser remembers pages. An external store. */
export class ViewHistory {
  #entries: readonly HistoryEntry[] = [];
  #at = -1;
  #lastMove: Move = "jump";
  #ends: HistoryEnds = { back: false, forward: false };
  /** A document that was gone back to and is not in front yet. */
  #awaited: HistoryEntry | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether there is a way back and a way on; the same object until that changes. */
  readonly ends = (): HistoryEnds => this.#ends;

  /** The place at which a document has to begin because somebody went back to it; null when it begins as it was asked. */
  awaited(documentId: DocumentId): ViewPlace | null {
    return this.#awaited?.documentId === documentId ? this.#awaited.place : null;
  }

  /** A document came in front. One that the history did not lead to is a new entry. */
  arrive(entry: HistoryEntry): void {
    const isHere = this.#entries[this.#at]?.documentId === entry.documentId;
    this.#awaited = null;
    if (!isHere) this.#push(entry, "jump");
  }

  /** What is in sight now, so that coming back shows it again. */
  leave(entry: HistoryEntry): void {
    if (this.#entries[this.#at]?.documentId !== entry.documentId) return;
    this.#entries = this.#entries.with(this.#at, entry);
  }

  /** Goes from one place to another one of the same document. */
  move(documentId: DocumentId, from: ViewPlace, to: ViewPlace, move: Move): void {
    if (move === "step" && this.#lastMove === "step") {
      this.leave({ documentId, place: to });
      return;
    }
    this.leave({ documentId, place: from });
    this.#push({ documentId, place: to }, move);
  }

  /** Goes back or on, and says where that is; null at the end. */
  go(direction: 1 | -1, from: HistoryEntry): HistoryEntry | null {
    const entry = this.#entries[this.#at + direction];
    if (entry === undefined) return null;
    this.leave(from);
    this.#at += direction;
    this.#lastMove = "jump";
    this.#awaited = entry.documentId === from.documentId ? null : entry;
    this.#changed();
    return entry;
  }

  #push(entry: HistoryEntry, move: Move): void {
    this.#entries = [...this.#entries.slice(0, this.#at + 1), entry].slice(-MOST_ENTRIES);
    this.#at = this.#entries.length - 1;
    this.#lastMove = move;
    this.#changed();
  }

  #changed(): void {
    const ends = { back: this.#at > 0, forward: this.#at < this.#entries.length - 1 };
    if (ends.back !== this.#ends.back || ends.forward !== this.#ends.forward) this.#ends = ends;
    for (const listener of [...this.#listeners]) listener();
  }
}
