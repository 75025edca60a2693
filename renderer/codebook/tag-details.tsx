import {
  Archive,
  ArchiveRestore,
  CornerUpRight,
  Highlighter,
  Merge,
  Plus,
  Split,
  Tag as TagIcon,
  Trash2,
} from "lucide-react";
import { TAG_COLORS, type Tag } from "#shared/model/tag.ts";
import { pathAbove } from "#shared/text/tag-path.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { tagColorName, tagColorStyle } from "../ui/tag-colors.ts";
import { DraftArea } from "./draft-area.tsx";
import styles from "./tag-details.module.css";
import type { TagCounts, TagNode } from "./tag-tree.ts";

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** What of a tag the panel changes. */
export type TagChange = Partial<Pick<Tag, "color" | "key" | "description" | "examples" | "archived">>;

/** What the panel asks of the codebook. */
export interface TagDetailActions {
  readonly rename: (node: TagNode, leaf: string) => void;
  readonly change: (tag: Tag, change: TagChange) => void;
  readonly createBelow: (node: TagNode) => void;
  /** Makes a tag of a place that only stands in the names of others. */
  readonly createHere: (node: TagNode) => void;
  readonly showPassages: (tag: Tag) => void;
  readonly merge: (node: TagNode) => void;
  readonly split: (node: TagNode) => void;
  readonly move: (node: TagNode) => void;
  readonly remove: (node: TagNode) => void;
}

interface TagDetailsProps {
  readonly node: TagNode | null;
  readonly counts: TagCounts;
  readonly tags: readonly Tag[];
  readonly actions: TagDetailActions;
}

/** What a tag is, and what can be done with it. */
export function TagDetails({ node, counts, tags, actions }: TagDetailsProps) {
  if (node === null) {
    return (
      <EmptyState compact icon={<TagIcon />} title={say("codebook.noneChosen")}>
        {say("codebook.keysHint")}
      </EmptyState>
    );
  }
  const above = pathAbove(node.name);
  return (
    <div className={styles.details}>
      <header className={styles.head} style={node.tag === null ? undefined : tagColorStyle(node.tag.color)}>
        {above !== null && <p className={styles.path}>{above}</p>}
        <h2 className={styles.title}>{node.leaf}</h2>
        <p className={styles.counts}>
          {say("codebook.ownCount", { count: counts.own })}
          {node.children.length > 0 && ` · ${say("codebook.allCount", { count: counts.all })}`}
        </p>
      </header>
      {node.tag === null ? (
        <div className={styles.part}>
          <p className={styles.hint}>{say("codebook.placeHint")}</p>
          <Button icon={<Plus aria-hidden />} onClick={() => actions.createHere(node)}>
            {say("codebook.makeTag")}
          </Button>
        </div>
      ) : (
        <TagFields key={node.tag.tagId} node={node} tag={node.tag} counts={counts} tags={tags} actions={actions} />
      )}
    </div>
  );
}

interface TagFieldsProps {
  readonly node: TagNode;
  readonly tag: Tag;
  readonly counts: TagCounts;
  readonly tags: readonly Tag[];
  readonly actions: TagDetailActions;
}

function TagFields({ node, tag, counts, tags, actions }: TagFieldsProps) {
  const change = (changed: TagChange) => actions.change(tag, changed);
  const taken = new Map(tags.filter((other) => other.tagId !== tag.tagId).map((other) => [other.key, other.name]));
  return (
    <>
      <div className={styles.part}>
        <DraftArea
          name
          label={say("codebook.name")}
          value={node.leaf}
          maxLength={200}
          onSave={(leaf) => actions.rename(node, leaf)}
        />
        <div className={styles.pair}>
          <fieldset className={styles.colors}>
            <legend>{say("codebook.color")}</legend>
            {TAG_COLORS.map((color) => (
              <label key={color} className={styles.color} style={tagColorStyle(color)} title={tagColorName(color)}>
                <input
                  type="radio"
                  name="codebook-color"
                  aria-label={tagColorName(color)}
                  checked={color === tag.color}
                  onChange={() => change({ color })}
                />
              </label>
            ))}
          </fieldset>
          <label className={styles.keyField}>
            <span>{say("codebook.key")}</span>
            <select
              value={tag.key ?? ""}
              onChange={(event) => change({ key: event.target.value === "" ? null : Number(event.target.value) })}
            >
              <option value="">{say("codebook.noKey")}</option>
              {KEYS.map((number) => (
                <option key={number} value={number} disabled={taken.has(number)}>
                  {taken.has(number) ? `${number} – ${taken.get(number)}` : number}
                </option>
              ))}
            </select>
          </label>
        </div>
        <DraftArea
          label={say("codebook.description")}
          placeholder={say("codebook.descriptionHint")}
          value={tag.description}
          maxLength={4000}
          onSave={(description) => change({ description })}
        />
        <DraftArea
          label={say("codebook.examples")}
          placeholder={say("codebook.examplesHint")}
          value={tag.examples}
          maxLength={4000}
          onSave={(examples) => change({ examples })}
        />
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          variant="primary"
          icon={<Highlighter aria-hidden />}
          disabled={counts.all === 0}
          onClick={() => actions.showPassages(tag)}
        >
          {say("codebook.showPassages", { count: counts.all })}
        </Button>
        <Button size="small" icon={<Plus aria-hidden />} onClick={() => actions.createBelow(node)}>
          {say("codebook.newBelow")}
        </Button>
        <Button size="small" icon={<CornerUpRight aria-hidden />} onClick={() => actions.move(node)}>
          {say("codebook.moveTo")}
        </Button>
        <Button
          size="small"
          icon={<Merge aria-hidden />}
          disabled={tags.length < 2}
          onClick={() => actions.merge(node)}
        >
          {say("codebook.merge")}
        </Button>
        <Button
          size="small"
          icon={<Split aria-hidden />}
          disabled={counts.own === 0}
          onClick={() => actions.split(node)}
        >
          {say("codebook.split")}
        </Button>
        <Button
          size="small"
          icon={tag.archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          onClick={() => change({ archived: !tag.archived })}
        >
          {say(tag.archived ? "codebook.restore" : "codebook.archive")}
        </Button>
        <Button size="small" variant="danger" icon={<Trash2 aria-hidden />} onClick={() => actions.remove(node)}>
          {say("codebook.delete")}
        </Button>
      </div>
    </>
  );
}
