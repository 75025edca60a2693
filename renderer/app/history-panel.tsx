import { CornerUpLeft, CornerUpRight, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { EditStep } from "#shared/model/edit.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatDateTime, formatShortDateTime } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import styles from "./history-panel.module.css";
import { rowAfter } from "./palette/palette.tsx";
import type { Edits } from "./use-edits.ts";

interface HistoryPanelProps {
  readonly edits: Edits;
  readonly onClose: () => void;
}

/** A state of the case: what stood after a step, or before the first of them (`step` is null then). */
export interface HistoryRow {
  readonly key: string;
  readonly step: EditStep | null;
  /** Steps to undo (negative) or to redo (positive) to come there; 0 is where the case stands. */
  readonly away: number;
}

/** The states that the case can be brought to, latest first. */
export function historyRows({ undo, redo }: Edits["steps"]): readonly HistoryRow[] {
  const rowOf = (step: EditStep, away: number) => ({ key: String(step.sequence), step, away });
  const ahead = redo.map((step, index) => rowOf(step, index + 1)).toReversed();
  // Minus zero would be another number than the place where the case stands.
  const behind = undo.map((step, index) => rowOf(step, index === 0 ? 0 : -index));
  const start = undo.length === 0 ? 0 : -undo.length;
  return [...ahead, ...behind, { key: "start", step: null, away: start }];
}

/** Everything that people made, step by step: what was undone stands above, what can be undone below. A press goes there. */
export function HistoryPanel({ edits, onClose }: HistoryPanelProps) {
  const rows = historyRows(edits.steps);
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const now = rows.findIndex((row) => row.away === 0);
  const known = rows.findIndex((row) => row.key === at);
  const current = known < 0 ? now : known;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = rowAfter(event.key, current, rows.length);
    const row = next === null ? undefined : rows[next];
    if (next === null || row === undefined) return;
    event.preventDefault();
    setAt(row.key);
    list.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <SidePanel
      name="history"
      label={say("app.history")}
      side="end"
      widths={{ initial: 300, min: 220, max: 520 }}
      onCollapse={onClose}
    >
      <PanelHeading
        aside={<IconButton label={say("app.closeHistory")} icon={<X aria-hidden />} size="small" onClick={onClose} />}
      >
        {say("app.history")}
      </PanelHeading>
      {rows.length === 1 ? (
        <EmptyState compact title={say("app.noHistory")}>
          {say("app.noHistoryMore")}
        </EmptyState>
      ) : (
        <>
          <p className={styles.explained}>{say("app.historyExplained")}</p>
          <ol ref={list} className={styles.list} aria-label={say("app.historySteps")} onKeyDown={onKeyDown}>
            {rows.map((row, index) => (
              <li key={row.key}>
                <StateButton
                  row={row}
                  isReached={index === current}
                  busy={edits.busy}
                  onGo={() => {
                    setAt(row.key);
                    edits.go(row.away);
                  }}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </SidePanel>
  );
}

interface StateButtonProps {
  readonly row: HistoryRow;
  /** The one that Tab comes to. */
  readonly isReached: boolean;
  readonly busy: boolean;
  readonly onGo: () => void;
}

function StateButton({ row: { step, away }, isReached, busy, onGo }: StateButtonProps) {
  const hint =
    away === 0
      ? say("app.historyNow")
      : away < 0
        ? say("app.historyGoBack", { count: -away })
        : say("app.historyGoForward", { count: away });
  return (
    <button
      type="button"
      className={classes(styles.state, away === 0 && styles.now, away > 0 && styles.undone)}
      aria-current={away === 0 ? "step" : undefined}
      aria-disabled={busy || away === 0}
      tabIndex={isReached ? 0 : -1}
      title={step === null ? hint : `${formatDateTime(step.at)} · ${hint}`}
      onClick={() => {
        if (!busy && away !== 0) onGo();
      }}
    >
      <span className={styles.mark} aria-hidden>
        {away > 0 && <CornerUpRight />}
        {away < 0 && <CornerUpLeft />}
      </span>
      <span className={styles.words}>
        <span className={styles.label}>{step === null ? say("app.historyStart") : step.label}</span>
        {step !== null && <span className={styles.when}>{formatShortDateTime(step.at)}</span>}
      </span>
      {away === 0 && <span className={styles.here}>{say("app.historyHere")}</span>}
      {away > 0 && <span className={styles.hidden}>{say("app.historyUndone")}</span>}
    </button>
  );
}
