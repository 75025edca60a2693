import type { LibraryViewId } from "#shared/base/ids.ts";
import type { LibraryView } from "#shared/model/library-view.ts";

/** Views of the library that were kept. Names are unique without regard to case. */
export interface LibraryViewStore {
  /** In the order in which they were kept. */
  list(): readonly LibraryView[];
  find(viewId: LibraryViewId): LibraryView | null;
  findByName(name: string): LibraryView | null;
  insert(view: LibraryView): void;
  update(viewId: LibraryViewId, change: Pick<LibraryView, "name" | "view">): void;
  delete(viewId: LibraryViewId): void;
}
