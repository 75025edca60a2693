import { ArrowDown, ArrowUp, Columns3 } from "lucide-react";
import { useState } from "react";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Popover } from "../ui/popover.tsx";
import styles from "./library-bar.module.css";
import { columnLabel, LIBRARY_COLUMNS, type LibraryColumn } from "./library-column.ts";
import { type LibraryLook, moveColumn, toggleColumn } from "./library-layout.ts";

interface ColumnsButtonProps {
  readonly look: LibraryLook;
  readonly onLook: (look: LibraryLook) => void;
  /** The columns in sight, in their order. */
  readonly shown: readonly LibraryColumn[];
}

/** Chooses the columns and their order; by keyboard as well as by dragging their headings. */
export function ColumnsButton({ look, onLook, shown }: ColumnsButtonProps) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [open, setOpen] = useState(false);
  const chosen = look.columns.length > 0 ? look.columns : shown.map((column) => ({ column, width: null }));
  const on = chosen.map(({ column }) => column);
  const others = LIBRARY_COLUMNS.filter((column) => !on.includes(column));
  const move = (column: LibraryColumn, by: -1 | 1) => {
    const at = on.indexOf(column);
    onLook({ ...look, columns: moveColumn(chosen, column, on[by === 1 ? at + 2 : at - 1] ?? null) });
  };
  return (
    <>
      <IconButton
        ref={setAnchor}
        size="small"
        label={say("library.chooseColumns")}
        icon={<Columns3 aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      <Popover
        open={open}
        onClose={() => setOpen(false)}
        anchor={anchor}
        label={say("library.columns")}
        placement="bottom-end"
      >
        <div className={styles.columns}>
          {[...on, ...others].map((column) => {
            const at = on.indexOf(column);
            const name = columnLabel(column);
            return (
              <div key={column} className={styles.column}>
                <label>
                  <input
                    type="checkbox"
                    checked={at >= 0}
                    disabled={at >= 0 && on.length === 1}
                    onChange={() => onLook({ ...look, columns: toggleColumn(chosen, column, LIBRARY_COLUMNS) })}
                  />
                  {name}
                </label>
                {at >= 0 && (
                  <>
                    <IconButton
                      size="small"
                      label={say("library.moveColumnLeft", { column: name })}
                      icon={<ArrowUp aria-hidden />}
                      disabled={at === 0}
                      onClick={() => move(column, -1)}
                    />
                    <IconButton
                      size="small"
                      label={say("library.moveColumnRight", { column: name })}
                      icon={<ArrowDown aria-hidden />}
                      disabled={at === on.length - 1}
                      onClick={() => move(column, 1)}
                    />
                  </>
                )}
              </div>
            );
          })}
          <div className={styles.columnsFoot}>
            <Button
              size="small"
              variant="quiet"
              disabled={look.columns.length === 0}
              onClick={() => onLook({ ...look, columns: [] })}
            >
              {say("library.columnsByRoom")}
            </Button>
          </div>
        </div>
      </Popover>
    </>
  );
}
