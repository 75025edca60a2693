import { Archive, Plus, Search, Tags } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import type { TagId } from "#shared/base/ids.ts";
import type { Tag } from "#shared/model/tag.ts";
import { PATH_MARK, pathAbove, pathKey } from "#shared/text/tag-path.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { TextField } from "../ui/text-field.tsx";
import { CodebookDialog, type OpenDialog } from "./codebook-dialog.tsx";
import { CodebookExchange } from "./codebook-exchange.tsx";
import styles from "./codebook-view.module.css";
import { targetOfDrop, targetOfKey } from "./move-tag.ts";
import { TagDetails } from "./tag-details.tsx";
import { buildTagTree, countsByKey, flattenTree, searchTree, type TagNode, withoutArchived } from "./tag-tree.ts";
import { TagTreeView } from "./tag-tree-view.tsx";
import { treeRows } from "./tree-rows.ts";
import { useCodebookEdits } from "./use-codebook-edits.ts";

const NO_COUNTS = { own: 0, all: 0 };
const NO_KEYS: ReadonlySet<string> = new Set();

interface CodebookViewProps {
  readonly onShowPassages: (tagId: TagId) => void;
}

/** All tags of the case as a tree, with what each of them means. */
export function CodebookView({ onShowPassages }: CodebookViewProps) {
  const list = useCallQuery("tags.list", {});
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Spinner label={say("codebook.listing")} />;
  return <Codebook tags={list.data.tags} onShowPassages={onShowPassages} />;
}

interface CodebookProps extends CodebookViewProps {
  readonly tags: readonly Tag[];
}

function Codebook({ tags, onShowPassages }: CodebookProps) {
  const edits = useCodebookEdits();
  const details = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [showsArchived, setShowsArchived] = useState(false);
  const [folded, setFolded] = useState<ReadonlySet<string>>(NO_KEYS);
  const [chosen, setChosen] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [newName, setNewName] = useState<string | null>(null);
  const counted = useCallQuery("tags.counts", {}).data?.counts;
  const counts = useMemo(() => countsByKey(counted ?? []), [counted]);
  const words = useDeferredValue(text);
  const whole = useMemo(() => buildTagTree(tags), [tags]);
  const tree = useMemo(
    () => searchTree(showsArchived ? whole : withoutArchived(whole), words),
    [whole, showsArchived, words],
  );
  // What was found stands in sight, whatever was folded away before.
  const rows = useMemo(() => treeRows(tree, words.trim() === "" ? folded : NO_KEYS), [tree, folded, words]);
  const node = useMemo(() => rows.find((row) => row.node.key === chosen)?.node ?? null, [rows, chosen]);
  const archived = tags.filter((tag) => tag.archived).length;
  const nodeOf = (key: string) => flattenTree(whole).find((each) => each.key === key) ?? null;

  const follow = (name: string) => setChosen(pathKey(name));
  const rename = async (subject: TagNode, leaf: string) => {
    setRenaming(null);
    const above = pathAbove(subject.name);
    const name = above === null ? leaf : `${above}${PATH_MARK}${leaf}`;
    if (await edits.rename(subject, name)) follow(name);
  };
  const moveTo = async (subject: TagNode, target: ReturnType<typeof targetOfKey>) => {
    if (target === null || !(await edits.move(subject, target))) return;
    if (target.under !== null) {
      const keys = new Set(folded);
      keys.delete(pathKey(target.under));
      setFolded(keys);
    }
    follow(target.under === null ? subject.leaf : `${target.under}${PATH_MARK}${subject.leaf}`);
  };
  const create = async (name: string) => {
    const made = await edits.create(name);
    if (made === null) return;
    setNewName(null);
    setText("");
    follow(made.name);
  };
  const remove = async (subject: TagNode) => {
    if (subject.tag === null) return;
    const at = rows.findIndex((row) => row.node.key === subject.key);
    const next = rows[at + 1] ?? rows[at - 1];
    if ((await edits.remove(subject.tag)) && subject.children.length === 0) setChosen(next?.node.key ?? null);
  };
  const newTag = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setNewName("")}>
      {say("codebook.newTag")}
    </Button>
  );
  return (
    <div className={styles.view}>
      <div className={styles.main}>
        <header className={styles.head}>
          <h1 className={styles.title}>{say("codebook.tagCount", { count: tags.length - archived })}</h1>
          <TextField
            className={styles.search ?? ""}
            label={say("codebook.search")}
            hideLabel
            type="search"
            placeholder={say("codebook.search")}
            icon={<Search aria-hidden />}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {archived > 0 && (
            <Button
              variant="quiet"
              icon={<Archive aria-hidden />}
              aria-pressed={showsArchived}
              className={showsArchived ? styles.pressed : undefined}
              onClick={() => setShowsArchived(!showsArchived)}
            >
              {say("codebook.showArchived", { count: archived })}
            </Button>
          )}
          <CodebookExchange />
          {newTag}
        </header>
        {newName !== null && (
          <form
            className={styles.newTag}
            onSubmit={(event) => {
              event.preventDefault();
              if (newName.trim() !== "") void create(newName.trim());
            }}
            onKeyDown={(event) => {
              if (event.key === "Escape") setNewName(null);
            }}
          >
            <TextField
              autoFocus
              className={styles.newField ?? ""}
              label={say("codebook.newName")}
              hideLabel
              placeholder={say("codebook.newNameHint")}
              maxLength={200}
              value={newName}
              onChange={(event) => setNewName(event.target.value)}
            />
            <Button type="submit" disabled={newName.trim() === ""}>
              {say("codebook.create")}
            </Button>
            <Button variant="quiet" onClick={() => setNewName(null)}>
              {say("codebook.cancel")}
            </Button>
          </form>
        )}
        {rows.length === 0 ? (
          <EmptyState
            icon={<Tags />}
            title={say(text.trim() === "" ? "codebook.empty" : "codebook.noneFound")}
            actions={text.trim() === "" ? newTag : undefined}
          >
            {text.trim() === "" ? say("codebook.whatTagsAre") : undefined}
          </EmptyState>
        ) : (
          <TagTreeView
            rows={rows}
            counts={counts}
            chosen={chosen}
            renaming={renaming}
            actions={{
              choose: (subject) => setChosen(subject.key),
              fold: (keys, isFolded) => {
                const next = new Set(folded);
                for (const key of keys)
                  if (isFolded) next.add(key);
                  else next.delete(key);
                setFolded(next);
              },
              startRenaming: (subject) => setRenaming(subject?.key ?? null),
              rename: (subject, leaf) => void rename(subject, leaf),
              remove: (subject) => void remove(subject),
              openDetails: () => details.current?.querySelector<HTMLElement>("input, button")?.focus(),
              move: (subject, key) => void moveTo(subject, targetOfKey(whole, nodeOf(subject.key) ?? subject, key)),
              accepts: (movedKey, over, zone) => {
                const moved = nodeOf(movedKey);
                return moved !== null && targetOfDrop(whole, moved, over, zone) !== null;
              },
              drop: (movedKey, over, zone) => {
                const moved = nodeOf(movedKey);
                if (moved !== null) void moveTo(moved, targetOfDrop(whole, moved, over, zone));
              },
            }}
          />
        )}
      </div>
      <SidePanel
        name="codebook-details"
        label={say("codebook.details")}
        side="end"
        widths={{ initial: 360, narrow: 300, min: 260, max: 560 }}
        className={styles.details}
      >
        <div ref={details} className={styles.detailsBody}>
          <TagDetails
            node={node}
            counts={(node === null ? undefined : counts.get(node.key)) ?? NO_COUNTS}
            tags={tags}
            actions={{
              rename: (subject, leaf) => void rename(subject, leaf),
              change: (tag, { archived: isArchived, ...change }) => {
                if (isArchived !== undefined && node !== null) void edits.archive(node, isArchived);
                else void edits.update({ tag: tag.tagId, ...change });
              },
              createBelow: (subject) => setNewName(`${subject.name}${PATH_MARK}`),
              createHere: (subject) => void create(subject.name),
              showPassages: (tag) => onShowPassages(tag.tagId),
              merge: (subject) => setDialog({ kind: "merge", key: subject.key }),
              split: (subject) => setDialog({ kind: "split", key: subject.key }),
              move: (subject) => setDialog({ kind: "move", key: subject.key }),
              remove: (subject) => void remove(subject),
            }}
          />
        </div>
      </SidePanel>
      {dialog !== null && (
        <CodebookDialog
          dialog={dialog}
          tags={tags}
          tree={whole}
          edits={edits}
          onMove={moveTo}
          onFollow={follow}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
