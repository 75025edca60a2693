import type { LibraryViewId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { LibraryLayout, LibraryView } from "#shared/model/library-view.ts";
import type { CasePorts } from "../backend-context.ts";

type ViewPorts = Pick<CasePorts, "libraryViews" | "edits" | "ids" | "publish">;

function requireView(ports: ViewPorts, viewId: LibraryViewId): LibraryView {
  const view = ports.libraryViews.find(viewId);
  if (view === null) throw new ProbativeError("library-view/not-found", viewId, { view: viewId });
  return view;
}

function requireFreeName(ports: ViewPorts, name: string, own: LibraryViewId | null): void {
  const other = ports.libraryViews.findByName(name);
  if (other !== null && other.viewId !== own) {
    throw new ProbativeError("library-view/name-taken", other.name, { view: other.viewId });
  }
}

/**
 * Keeps a view of the library under a name, or changes the one that is given; one step that can be undone.
 *
 * @throws ProbativeError `library-view/not-found`, `library-view/name-taken`
 */
export function saveView(
  ports: ViewPorts,
  wanted: { readonly viewId: LibraryViewId | null; readonly name: string; readonly view: LibraryLayout },
): LibraryView {
  const { name, view } = wanted;
  const before = wanted.viewId === null ? null : requireView(ports, wanted.viewId);
  requireFreeName(ports, name, wanted.viewId);
  const viewId = before?.viewId ?? ports.ids.next("library-view");
  // The label is journaled when the step is undone: what a view filters by stays out of it.
  ports.edits.perform(before === null ? "Save view of the library" : "Change view of the library", () => {
    if (before === null) ports.libraryViews.insert({ viewId, name, view });
    else ports.libraryViews.update(viewId, { name, view });
  });
  ports.publish({ kind: "changed", areas: ["views", "edits"] });
  return requireView(ports, viewId);
}

/** @throws ProbativeError `library-view/not-found`, `library-view/name-taken` */
export function renameView(ports: ViewPorts, viewId: LibraryViewId, name: string): LibraryView {
  const { view } = requireView(ports, viewId);
  requireFreeName(ports, name, viewId);
  ports.edits.perform("Rename view of the library", () => ports.libraryViews.update(viewId, { name, view }));
  ports.publish({ kind: "changed", areas: ["views", "edits"] });
  return requireView(ports, viewId);
}

/** @throws ProbativeError `library-view/not-found` */
export function deleteView(ports: ViewPorts, viewId: LibraryViewId): void {
  requireView(ports, viewId);
  ports.edits.perform("Delete view of the library", () => ports.libraryViews.delete(viewId));
  ports.publish({ kind: "changed", areas: ["views", "edits"] });
}
