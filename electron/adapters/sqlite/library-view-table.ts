import type { LibraryViewStore } from "#core/ports/library-view-store.ts";
import type { LibraryViewId } from "#shared/base/ids.ts";
import type { LibraryLayout, LibraryView } from "#shared/model/library-view.ts";
import { type Connection, sql } from "./connection.ts";

interface ViewRow {
  readonly view_id: string;
  readonly name: string;
  /** JSON. */
  readonly view: string;
}

function toView(row: ViewRow): LibraryView {
  return { viewId: row.view_id as LibraryViewId, name: row.name, view: JSON.parse(row.view) as LibraryLayout };
}

/** As for tags: SQLite's own NOCASE knows ASCII only. */
function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Views of the library in `case.db`. */
export function openLibraryViewTable(connection: Connection): LibraryViewStore {
  return {
    list: () =>
      connection.all<ViewRow>(sql`SELECT view_id, name, view FROM library_view ORDER BY sequence`).map(toView),
    find: (viewId) => {
      const row = connection.get<ViewRow>(sql`SELECT view_id, name, view FROM library_view WHERE view_id = ${viewId}`);
      return row === undefined ? null : toView(row);
    },
    findByName: (name) => {
      const row = connection.get<ViewRow>(sql`
        SELECT view_id, name, view FROM library_view WHERE name_folded = ${foldName(name)}`);
      return row === undefined ? null : toView(row);
    },
    insert: ({ viewId, name, view }) => {
      connection.run(sql`
        INSERT INTO library_view (view_id, sequence, name, name_folded, view)
        VALUES (${viewId}, (SELECT coalesce(max(sequence) + 1, 1) FROM library_view), ${name}, ${foldName(name)},
          ${JSON.stringify(view)})`);
    },
    update: (viewId, { name, view }) => {
      connection.run(sql`
        UPDATE library_view SET name = ${name}, name_folded = ${foldName(name)}, view = ${JSON.stringify(view)}
        WHERE view_id = ${viewId}`);
    },
    delete: (viewId) => {
      connection.run(sql`DELETE FROM library_view WHERE view_id = ${viewId}`);
    },
  };
}
