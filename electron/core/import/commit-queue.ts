/** Entries that wait at most for one commit. */
const MAX_WAITING = 64;

/** How long an entry may wait for others before it is committed. */
const MAX_WAIT_MS = 250;

/** Collects what is finished so that many files share one durable commit, in the order in which they finished. */
export interface CommitQueue<Item> {
  /** Takes an entry; it is durable after the next commit. Throws the failure of an earlier commit. */
  add(item: Item): void;
  /** Commits what waits. Throws the failure of this or an earlier commit. */
  flush(): void;
  /** Forgets what waits. */
  drop(): void;
}

/**
 * @param commit writes all items, durably, or throws; called with at least one. After a failure it is not called again
 */
export function createCommitQueue<Item>(commit: (items: readonly Item[]) => void): CommitQueue<Item> {
  let waiting: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let failed: { readonly reason: unknown } | null = null;

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function commitWaiting(): void {
    stopTimer();
    const batch = waiting;
    waiting = [];
    if (batch.length === 0 || failed !== null) return;
    try {
      commit(batch);
    } catch (thrown) {
      failed = { reason: thrown };
    }
  }

  function throwFailure(): void {
    if (failed !== null) throw failed.reason;
  }

  return {
    add: (item) => {
      throwFailure();
      waiting.push(item);
      if (waiting.length >= MAX_WAITING) commitWaiting();
      else timer ??= setTimeout(commitWaiting, MAX_WAIT_MS);
      throwFailure();
    },
    flush: () => {
      commitWaiting();
      throwFailure();
    },
    drop: () => {
      stopTimer();
      waiting = [];
    },
  };
}
