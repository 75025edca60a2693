import { FileText } from "lucide-react";
import { useId, useRef, useState } from "react";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Separator } from "../../ui/separator.tsx";
import type { FrameAction } from "../frame-state.ts";
import { useNavigation } from "../navigation.ts";
import type { Desk } from "./desk.ts";
import { DeskSide } from "./desk-side.tsx";
import styles from "./desk-view.module.css";

interface DeskViewProps {
  readonly desk: Desk;
  /** Share of the width that the left side of a split has, 0 to 1. */
  readonly leftShare: number;
  readonly dispatch: (action: FrameAction) => void;
}

/** Share of the width that each side keeps at least, in percent. */
const SMALLEST = 20;

/** What lies open: documents, a brief, the passages, as tabs of one side or of two. */
export function DeskView({ desk, leftShare, dispatch }: DeskViewProps) {
  const { show } = useNavigation();
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const [moving, setMoving] = useState<number | null>(null);
  const [left, right] = desk.sides;
  if (left.tabs.length === 0) {
    return (
      <EmptyState
        icon={<FileText />}
        title={say("app.noDocumentOpen")}
        actions={<Button onClick={() => show("library")}>{say("app.chooseFromLibrary")}</Button>}
      >
        {say("app.noDocumentExplained")}
      </EmptyState>
    );
  }
  const percent = moving ?? leftShare * 100;
  const settle = (next: number) => {
    setMoving(null);
    dispatch({ kind: "set-left-share", share: next / 100 });
  };
  return (
    <div ref={row} className={styles.desk}>
      <DeskSide
        key={left.id}
        id={`${id}-left`}
        desk={desk}
        side={left}
        place={right === undefined ? "alone" : "left"}
        grow={percent}
        dispatch={dispatch}
      />
      {right !== undefined && (
        <Separator
          key="between"
          label={say("app.widthOfLeftSide")}
          controls={`${id}-left`}
          value={percent}
          min={SMALLEST}
          max={100 - SMALLEST}
          step={2}
          unitsPerPixel={() => 100 / (row.current?.offsetWidth ?? 1000)}
          side="before"
          onMove={setMoving}
          onSettle={settle}
          onReset={() => settle(50)}
        />
      )}
      {right !== undefined && (
        <DeskSide
          key={right.id}
          id={`${id}-right`}
          desk={desk}
          side={right}
          place="right"
          grow={100 - percent}
          dispatch={dispatch}
        />
      )}
    </div>
  );
}
