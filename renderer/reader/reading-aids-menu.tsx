import { BookOpen } from "lucide-react";
import type { DocumentId } from "#shared/base/ids.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { PAPERS, type Paper, usePaper } from "./paper.ts";
import { useReading } from "./use-reading.ts";

export interface ReadingAidsMenuProps {
  readonly documentId: DocumentId;
  /** The page in sight: the one that is turned. */
  readonly page: number;
}

const PAPER_NAMES: Readonly<Record<Paper, MessageKey>> = {
  original: "readerView.paperOriginal",
  sepia: "readerView.paperSepia",
  inverted: "readerView.paperInverted",
};

/** What makes reading easier: paper, margins, and pages turned for good. The original and all exports stay as they are. */
export function ReadingAidsMenu({ documentId, page }: ReadingAidsMenuProps) {
  const [paper, choosePaper] = usePaper();
  const { cropsMargins, turned } = useReading(documentId);
  const { mutate } = useCallMutation("reading.set");
  const turn = (by: "left" | "right", pages: number[]) => () => mutate({ document: documentId, turn: by, pages });
  const items: readonly MenuItem[] = [
    ...PAPERS.map((own) => ({
      id: own,
      label: say(PAPER_NAMES[own]),
      checked: own === paper,
      onSelect: () => choosePaper(own),
    })),
    {
      id: "crop",
      label: say("readerView.cropMargins"),
      checked: cropsMargins,
      separated: true,
      onSelect: () => mutate({ document: documentId, cropsMargins: !cropsMargins }),
    },
    { id: "right", label: say("readerView.turnRight", { page }), separated: true, onSelect: turn("right", [page]) },
    { id: "left", label: say("readerView.turnLeft", { page }), onSelect: turn("left", [page]) },
    { id: "all", label: say("readerView.turnAll"), onSelect: turn("right", []) },
  ];
  const isPlain = paper === "original" && !cropsMargins && turned.length === 0;
  return (
    <Menu
      items={items}
      placement="bottom-end"
      trigger={(props) => (
        <IconButton {...props} label={say("readerView.aids")} pressed={!isPlain} icon={<BookOpen aria-hidden />} />
      )}
    />
  );
}
