import type { CasePorts } from "#core/backend-context.ts";

/** Everything that people can change, as it stands: two of these are equal when nothing they would see differs. */
export function snapshotOf(ports: CasePorts) {
  return {
    documents: ports.documents.list().map(({ documentId, title, shortName }) => ({ documentId, title, shortName })),
    tags: ports.tags.list(),
    passages: ports.passages.list({ documentId: null, tagIds: [], text: null }),
    passageLinks: ports.passageLinks.list(null),
    bookmarks: ports.bookmarks.list(null),
    readings: ports.documents.list().map(({ documentId }) => ports.readings.find(documentId)),
    libraryViews: ports.libraryViews.list(),
    briefs: ports.briefs.list().map((summary) => ({ summary, content: ports.briefs.find(summary.briefId) })),
  };
}
