import { MapPinOff, MoreHorizontal, Plus, Tags } from "lucide-react";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { TagId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { describeError } from "../ui/describe-error.ts";
import { formatNumber } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Menu } from "../ui/menu.tsx";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { Popover } from "../ui/popover.tsx";
import { tagColorStyle } from "../ui/tag-colors.ts";
import { TextField } from "../ui/text-field.tsx";
import { countByTag, type PassageFilter } from "./passage-filter.ts";
import { compareTags } from "./tag-choices.ts";
import { TagForm } from "./tag-form.tsx";
import styles from "./tag-manager.module.css";

interface TagManagerProps {
  readonly tags: readonly Tag[];
  /** All passages of the case; counts follow the filter's other parts. */
  readonly passages: readonly PassageListItem[];
  readonly filter: PassageFilter;
  readonly onFilter: (filter: PassageFilter) => void;
}

/** The tags of the case: pressing one narrows the list, its menu changes it. */
export function TagManager({ tags, passages, filter, onFilter }: TagManagerProps) {
  const counts = countByTag(passages);
  const untagged = passages.filter((passage) => passage.tagIds.length === 0).length;
  const orphaned = passages.filter((passage) => passage.state === "orphaned").length;
  const toggle = (tagId: TagId) =>
    onFilter({
      ...filter,
      untagged: false,
      tagIds: filter.tagIds.includes(tagId)
        ? filter.tagIds.filter((other) => other !== tagId)
        : [...filter.tagIds, tagId],
    });
  return (
    <aside className={styles.manager} aria-label={say("passages.tags")}>
      <PanelHeading aside={formatNumber(tags.length)}>{say("passages.tags")}</PanelHeading>
      <ul className={styles.rows}>
        {[...tags].sort(compareTags).map((tag) => (
          <TagRow
            key={tag.tagId}
            tag={tag}
            tags={tags}
            count={counts.get(tag.tagId) ?? 0}
            pressed={filter.tagIds.includes(tag.tagId)}
            onToggle={() => toggle(tag.tagId)}
          />
        ))}
        {untagged > 0 && (
          <StateRow
            icon={<Tags aria-hidden />}
            label={say("passages.withoutTag")}
            count={untagged}
            pressed={filter.untagged}
            onToggle={() => onFilter({ ...filter, tagIds: [], untagged: !filter.untagged })}
          />
        )}
        {orphaned > 0 && (
          <StateRow
            icon={<MapPinOff aria-hidden />}
            label={say("passages.lostTheirPlace")}
            count={orphaned}
            pressed={filter.orphaned}
            onToggle={() => onFilter({ ...filter, orphaned: !filter.orphaned })}
          />
        )}
      </ul>
      <NewTag />
    </aside>
  );
}

interface TagRowProps {
  readonly tag: Tag;
  readonly tags: readonly Tag[];
  readonly count: number;
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

function TagRow({ tag, tags, count, pressed, onToggle }: TagRowProps) {
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { announce } = useNavigation();
  const remove = useCallMutation("tags.delete");
  const deleteTag = () =>
    remove.mutate(
      { tag: tag.tagId },
      {
        onSuccess: () => announce(say("passages.tagDeleted", { name: tag.name })),
        onError: (error) => announce(describeError(error).message, "bad"),
      },
    );
  return (
    <li ref={row} className={styles.row} data-pressed={pressed || undefined} style={tagColorStyle(tag.color)}>
      <button type="button" className={styles.rowButton} aria-pressed={pressed} title={tag.name} onClick={onToggle}>
        <i className={styles.swatch} />
        <span className={styles.name}>{tag.name}</span>
        {tag.key !== null && <Kbd keys={String(tag.key)} />}
        <span className={styles.count}>{formatNumber(count)}</span>
      </button>
      <span className={styles.rowMenu}>
        <Menu
          placement="bottom-end"
          items={[
            { id: "edit", label: say("passages.editTag"), onSelect: () => setEditing(true) },
            { id: "delete", label: say("passages.delete"), danger: true, separated: true, onSelect: deleteTag },
          ]}
          trigger={(trigger) => (
            <IconButton
              {...trigger}
              size="small"
              label={say("passages.moreForTag", { name: tag.name })}
              icon={<MoreHorizontal aria-hidden />}
            />
          )}
        />
      </span>
      <Popover
        open={editing}
        onClose={() => setEditing(false)}
        anchor={row.current}
        label={say("passages.tagNamed", { name: tag.name })}
      >
        <TagForm tag={tag} tags={tags} onDone={() => setEditing(false)} />
      </Popover>
    </li>
  );
}

interface StateRowProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

function StateRow({ icon, label, count, pressed, onToggle }: StateRowProps) {
  return (
    <li className={styles.row} data-pressed={pressed || undefined} data-state>
      <button type="button" className={styles.rowButton} aria-pressed={pressed} onClick={onToggle}>
        {icon}
        <span className={styles.name}>{label}</span>
        <span className={styles.count}>{formatNumber(count)}</span>
      </button>
    </li>
  );
}

function NewTag() {
  const [name, setName] = useState("");
  const create = useCallMutation("tags.create");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") create.mutate({ name: name.trim() }, { onSuccess: () => setName("") });
  };
  return (
    <form className={styles.newTag} onSubmit={submit}>
      <TextField
        label={say("passages.newTag")}
        hideLabel
        placeholder={say("passages.newTag")}
        maxLength={200}
        icon={<Plus aria-hidden />}
        value={name}
        error={create.error === null ? undefined : describeError(create.error).message}
        onChange={(event) => {
          create.reset();
          setName(event.target.value);
        }}
      />
    </form>
  );
}
