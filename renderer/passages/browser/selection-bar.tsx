import { FileDown, FilePlus2, Flag, Link2, Tag as TagIcon, Trash2, X } from "lucide-react";
import { useRef, useState } from "react";
import type { BriefId, PassageId } from "#shared/base/ids.ts";
import { REVIEW_MARKS } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useCallQuery } from "../../client/use-query-call.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Popover } from "../../ui/popover.tsx";
import { MarkIcon, markLabel } from "../review-marks.tsx";
import { TagPicker } from "../tag-picker.tsx";
import { usePassageEdits } from "../use-passage-edits.ts";
import { usePassageWork } from "../use-passage-work.ts";
import { EXPORT_FORMATS } from "./export-button.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import styles from "./selection-bar.module.css";

interface SelectionBarProps {
  /** In the order in which they were chosen. */
  readonly chosen: readonly PassageId[];
  readonly total: number;
  readonly tags: readonly Tag[];
  readonly onSelectAll: () => void;
  readonly onDone: () => void;
}

/** What can be done with many passages at once; each is one step of the history. */
export function SelectionBar({ chosen, total, tags, onSelectAll, onDone }: SelectionBarProps) {
  const edits = usePassageEdits();
  const work = usePassageWork();
  const [picking, setPicking] = useState<"add" | "remove" | null>(null);
  const [linking, setLinking] = useState(false);
  const tagButton = useRef<HTMLSpanElement>(null);
  const { activeBrief, setActiveBrief, show } = useNavigation();
  const briefs = useCallQuery("briefs.list", {}).data?.briefs ?? [];
  const passages = [...chosen];
  const inUse = tags.filter((tag) => !tag.archived);
  const [one, other] = chosen;
  const addTo = (briefId: BriefId) => {
    setActiveBrief(briefId);
    void edits.addToBrief(briefId, chosen).then((done) => done !== null && onDone());
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label={say("passages.selectedPassages")}>
      <b>{say("passages.selected", { count: chosen.length })}</b>
      {chosen.length < total && (
        <Button size="small" variant="quiet" onClick={onSelectAll}>
          {say("passages.selectAll", { count: total })}
        </Button>
      )}
      <span className={styles.spring} />
      <span ref={tagButton} className={styles.group}>
        <Menu
          items={[
            { id: "add", label: say("passages.addTagToAll"), onSelect: () => setPicking("add") },
            { id: "remove", label: say("passages.removeTagFromAll"), onSelect: () => setPicking("remove") },
          ]}
          trigger={(props) => (
            <Button {...props} size="small" icon={<TagIcon aria-hidden />}>
              {say("passages.tag")}
            </Button>
          )}
        />
      </span>
      <Menu
        items={REVIEW_MARKS.flatMap((mark, index) => [
          {
            id: mark,
            label: say("passages.putMark", { mark: markLabel(mark) }),
            icon: <MarkIcon mark={mark} />,
            separated: index > 0,
            onSelect: () => void work.change({ passages, addMarks: [mark] }),
          },
          {
            id: `not-${mark}`,
            label: say("passages.takeMarkOff", { mark: markLabel(mark) }),
            onSelect: () => void work.change({ passages, removeMarks: [mark] }),
          },
        ])}
        trigger={(props) => (
          <Button {...props} size="small" icon={<Flag aria-hidden />}>
            {say("passages.mark")}
          </Button>
        )}
      />
      {one !== undefined && other !== undefined && chosen.length === 2 && (
        <Button size="small" icon={<Link2 aria-hidden />} onClick={() => setLinking(true)}>
          {say("passages.linkThem")}
        </Button>
      )}
      {briefs.length === 0 ? (
        <Button size="small" icon={<FilePlus2 aria-hidden />} onClick={() => show("briefs")}>
          {say("passages.createBriefFirst")}
        </Button>
      ) : (
        <Menu
          placement="bottom-end"
          items={briefs.map((brief) => ({
            id: brief.briefId,
            label: brief.title,
            checked: brief.briefId === activeBrief,
            onSelect: () => addTo(brief.briefId),
          }))}
          trigger={(props) => (
            <Button {...props} size="small" icon={<FilePlus2 aria-hidden />}>
              {say("passages.addToBrief")}
            </Button>
          )}
        />
      )}
      <Menu
        placement="bottom-end"
        items={EXPORT_FORMATS.map(({ format, label }) => ({
          id: format,
          label: say(label),
          onSelect: () => void work.write({ passages, format }),
        }))}
        trigger={(props) => (
          <Button {...props} size="small" icon={<FileDown aria-hidden />}>
            {say("passages.export")}
          </Button>
        )}
      />
      <Button
        size="small"
        variant="danger"
        icon={<Trash2 aria-hidden />}
        onClick={() => void work.removeMany(chosen).then((done) => done && onDone())}
      >
        {say("passages.delete")}
      </Button>
      <IconButton size="small" label={say("passages.clearSelection")} icon={<X aria-hidden />} onClick={onDone} />
      <Popover
        open={picking !== null}
        onClose={() => setPicking(null)}
        anchor={tagButton.current}
        label={say(picking === "remove" ? "passages.removeTagFromAll" : "passages.addTagToAll")}
      >
        <TagPicker
          tags={inUse}
          onPick={(choice) => {
            const name = choice.kind === "tag" ? choice.tag.name : choice.name;
            setPicking(null);
            if (picking === "add") void work.change({ passages, addTags: [name] });
            else if (choice.kind === "tag") void work.change({ passages, removeTags: [name] });
          }}
        />
      </Popover>
      {linking && one !== undefined && other !== undefined && (
        <LinkDialog
          one={one}
          other={other}
          onClose={() => setLinking(false)}
          onLinked={() => {
            setLinking(false);
            onDone();
          }}
        />
      )}
    </div>
  );
}
