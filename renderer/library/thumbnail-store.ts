import type { DocumentId } from "#shared/base/ids.ts";

/** Pictures painted at a time: each opens a file, and what is scrolled past must not stand in the way. */
const AT_ONCE = 2;
/** Pictures that are kept: some fifty megabytes at most. */
const KEPT = 300;

type Paint = () => Promise<HTMLCanvasElement>;

/** Pictures of documents, painted a few at a time and kept. */
export interface ThumbnailStore {
  /** The picture, or null when it is still to be painted; "failed" for one that cannot be. */
  known(documentId: DocumentId): HTMLCanvasElement | "failed" | null;
  /**
   * Paints it in its turn: what was asked for last comes first, because it is in sight. Returns the way to take it back;
   * what is being painted already is finished, and kept.
   */
  ask(documentId: DocumentId, paint: Paint, onDone: () => void): () => void;
  /** Lets go of all pictures and of what waits. */
  clear(): void;
}

interface Asked {
  readonly documentId: DocumentId;
  readonly paint: Paint;
  readonly onDone: () => void;
}

/** An empty store. */
export function createThumbnailStore(): ThumbnailStore {
  const pictures = new Map<DocumentId, HTMLCanvasElement | "failed">();
  const waiting = new Set<Asked>();
  const running = new Set<Asked>();

  function keep(documentId: DocumentId, picture: HTMLCanvasElement | "failed"): void {
    pictures.set(documentId, picture);
    for (const oldest of pictures.keys()) {
      if (pictures.size <= KEPT) return;
      pictures.delete(oldest);
    }
  }

  async function run(asked: Asked): Promise<void> {
    waiting.delete(asked);
    running.add(asked);
    keep(asked.documentId, await asked.paint().catch(() => "failed" as const));
    running.delete(asked);
    asked.onDone();
    startNext();
  }

  function startNext(): void {
    while (running.size < AT_ONCE) {
      const latest = [...waiting].at(-1);
      if (latest === undefined) return;
      void run(latest);
    }
  }

  return {
    known: (documentId) => {
      const picture = pictures.get(documentId);
      if (picture === undefined) return null;
      // The ones that were looked at longest ago go first.
      pictures.delete(documentId);
      pictures.set(documentId, picture);
      return picture;
    },
    ask: (documentId, paint, onDone) => {
      let isWanted = true;
      const asked = { documentId, paint, onDone: () => void (isWanted && onDone()) };
      waiting.add(asked);
      queueMicrotask(startNext);
      return () => {
        isWanted = false;
        waiting.delete(asked);
      };
    },
    clear: () => {
      waiting.clear();
      pictures.clear();
    },
  };
}
