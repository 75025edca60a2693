import {
  ChevronDown,
  ChevronsDownUp,
  ChevronsUpDown,
  Funnel,
  Group,
  LayoutGrid,
  ListFilter,
  PanelLeft,
  PanelRight,
  Table2,
} from "lucide-react";
import type { LibraryGroup } from "#shared/model/library-view.ts";
import { LIBRARY_GROUPS } from "#shared/model/library-view.ts";
import { ImportButtons } from "../jobs/import-buttons.tsx";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu } from "../ui/menu.tsx";
import { TextField } from "../ui/text-field.tsx";
import { ColumnsButton } from "./columns-button.tsx";
import type { FacetChoice } from "./facets.ts";
import styles from "./library-bar.module.css";
import { columnLabel, type LibraryColumn } from "./library-column.ts";
import type { LibraryModel } from "./use-library.ts";
import type { LibrarySides } from "./use-library-sides.ts";
import { ViewMenu } from "./view-menu.tsx";

interface LibraryBarProps {
  readonly library: LibraryModel;
  readonly sides: LibrarySides;
  /** Documents of the case. */
  readonly total: number;
}

/** What is looked for, how much of the case that is, and what stands at the sides. */
export function LibraryBar({ library, sides, total }: LibraryBarProps) {
  const { text, setText, selected } = library;
  return (
    <div className={styles.bar}>
      <IconButton
        label={sides.facets ? say("library.hideFilters") : say("library.showFilters")}
        icon={<PanelLeft aria-hidden />}
        pressed={sides.facets}
        onClick={sides.toggleFacets}
      />
      <TextField
        label={say("library.filterDocuments")}
        hideLabel
        type="search"
        placeholder={say("library.filterHint")}
        icon={<ListFilter aria-hidden />}
        className={styles.filter ?? ""}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setText("");
        }}
      />
      <span className={styles.count} role="status">
        {library.isFiltered
          ? say("library.documentsOf", { shown: library.shown, count: total })
          : say("library.documents", { count: total })}
        {selected.length > 1 && ` · ${say("library.alsoSelected", { count: selected.length })}`}
      </span>
      <span className={styles.tools}>
        <ImportButtons short={sides.narrow} />
        <IconButton
          label={sides.inspector ? say("library.hideDetails") : say("library.showDetails")}
          icon={<PanelRight aria-hidden />}
          pressed={sides.inspector}
          onClick={sides.toggleInspector}
        />
      </span>
    </div>
  );
}

interface LookBarProps {
  readonly library: LibraryModel;
  readonly choice: FacetChoice;
  readonly onChoice: (choice: FacetChoice) => void;
  readonly shownColumns: readonly LibraryColumn[];
  /** True while each column asks for words that it has to contain. */
  readonly asksColumns: boolean;
  readonly onAskColumns: (asks: boolean) => void;
}

/** How the documents are shown: the view that was kept, groups, table or pictures, columns. */
export function LookBar(props: LookBarProps) {
  const { library, asksColumns, onAskColumns } = props;
  const { look, setLook } = library;
  const isTable = look.layout === "table";
  return (
    <div className={styles.lookBar}>
      <ViewMenu library={library} choice={props.choice} onChoice={props.onChoice} />
      <GroupMenu library={library} />
      {look.group !== "none" && (
        <IconButton
          size="small"
          label={library.groupsAreFolded ? say("library.unfoldAll") : say("library.foldAll")}
          icon={library.groupsAreFolded ? <ChevronsUpDown aria-hidden /> : <ChevronsDownUp aria-hidden />}
          onClick={library.foldAll}
        />
      )}
      {library.waitsForClusters && <span className={styles.count}>{say("library.comparing")}</span>}
      <ContainsChips library={library} />
      <span className={styles.tools}>
        {isTable && (
          <>
            <IconButton
              size="small"
              label={asksColumns ? say("library.hideColumnFilters") : say("library.showColumnFilters")}
              icon={<Funnel aria-hidden />}
              pressed={asksColumns}
              onClick={() => onAskColumns(!asksColumns)}
            />
            <ColumnsButton look={look} onLook={setLook} shown={props.shownColumns} />
          </>
        )}
        <IconButton
          size="small"
          label={say("library.asTable")}
          icon={<Table2 aria-hidden />}
          pressed={isTable}
          onClick={() => setLook({ ...look, layout: "table" })}
        />
        <IconButton
          size="small"
          label={say("library.asGrid")}
          icon={<LayoutGrid aria-hidden />}
          pressed={!isTable}
          onClick={() => setLook({ ...look, layout: "grid" })}
        />
      </span>
    </div>
  );
}

const GROUPS: Readonly<Record<LibraryGroup, MessageKey>> = {
  none: "library.groupNone",
  family: "library.groupFamily",
  duplicates: "library.groupDuplicates",
  custodian: "library.groupCustodian",
  source: "library.groupSource",
};

function GroupMenu({ library: { look, setLook } }: { readonly library: LibraryModel }) {
  return (
    <Menu
      items={LIBRARY_GROUPS.map((group) => ({
        id: group,
        label: say(GROUPS[group]),
        checked: group === look.group,
        onSelect: () => setLook({ ...look, group }),
      }))}
      trigger={(menu) => (
        <Button {...menu} size="small" variant="quiet" icon={<Group aria-hidden />}>
          {say("library.groupedBy", { group: say(GROUPS[look.group]) })}
          <ChevronDown aria-hidden />
        </Button>
      )}
    />
  );
}

/** The words that columns have to contain, in sight also while nothing asks for them. */
function ContainsChips({ library: { look, setLook } }: { readonly library: LibraryModel }) {
  const set = Object.entries(look.contains).filter(([, text]) => text.trim() !== "");
  return (
    <span className={styles.chips}>
      {set.map(([column, text]) => {
        const label = say("library.columnHas", { column: columnLabel(column as LibraryColumn), text: text.trim() });
        return (
          <Chip
            key={column}
            tone="accent"
            title={label}
            removeLabel={say("library.removeColumnFilter", { column: columnLabel(column as LibraryColumn) })}
            onRemove={() => setLook({ ...look, contains: { ...look.contains, [column]: "" } })}
          >
            {label}
          </Chip>
        );
      })}
    </span>
  );
}
