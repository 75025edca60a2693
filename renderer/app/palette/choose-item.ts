import { assertNever } from "#shared/base/assert-never.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { searchOptionsSchema } from "#shared/model/search.ts";
import type { SavedSearchState } from "#shared/model/search-report.ts";
import type { CommandId } from "../commands.ts";
import type { Navigation, ReaderPlace } from "../navigation.ts";
import type { PaletteItem } from "./palette-groups.ts";

/** What a chosen row needs to be followed. */
interface Ways {
  readonly navigation: Navigation;
  readonly runCommand: (id: CommandId) => void;
  readonly runSearch: (saved: SavedSearchState) => void;
  /** Documents and passages open on the other side of a split. */
  readonly beside: boolean;
}

/** Goes where a row of the palette leads: a tag to the documents that carry it. */
export function chooseItem(item: PaletteItem, { navigation, runCommand, runSearch, beside }: Ways): void {
  const open = (documentId: DocumentId, place?: ReaderPlace) => {
    if (!beside) navigation.openDocument(documentId, place);
    else navigation.openBeside({ kind: "document", documentId, ...(place === undefined ? {} : { place }) });
  };
  switch (item.sort) {
    case "document":
      open(item.row.documentId);
      return;
    case "passage": {
      const { documentId, passageId, ranges } = item.row;
      const range = ranges[0];
      open(documentId, {
        page: range?.page ?? 1,
        passageId,
        ...(range === undefined ? {} : { quads: range.quads }),
      });
      return;
    }
    case "tag":
      navigation.openSearch({ ...searchOptionsSchema.parse({}), query: tagQuery(item.row.name) });
      return;
    case "search":
      runSearch(item.row);
      return;
    case "command":
      // The rows of commands are the commands themselves.
      runCommand(item.row.id as CommandId);
      return;
    default:
      assertNever(item);
  }
}

/** The search for what carries a tag. A name in quotation marks cannot hold one. */
export function tagQuery(name: string): string {
  return `tag:"${name.replaceAll('"', " ").trim()}"`;
}
