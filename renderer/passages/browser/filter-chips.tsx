import { ChevronDown, X } from "lucide-react";
import type { ReactNode } from "react";
import type { Tag } from "#shared/model/tag.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { TagChip } from "../../ui/tag-chip.tsx";
import { MarkChip, markLabel } from "../review-marks.tsx";
import { type BrowserFilter, OPEN_FILTER, setMarkRole, setTagRole, TAG_ROLES, type TagRole } from "./browser-filter.ts";
import styles from "./filter-chips.module.css";
import { ROLE_LABELS } from "./filter-words.ts";

interface FilterChipsProps {
  readonly tags: readonly Tag[];
  readonly filter: BrowserFilter;
  readonly onFilter: (filter: BrowserFilter) => void;
}

/** The tags and marks of the filter as a sentence: which all must stand, of which one, and which none. */
export function FilterChips({ tags, filter, onFilter }: FilterChipsProps) {
  const chosen = filter.tags.flatMap(({ tagId, role }) => {
    const tag = tags.find((each) => each.tagId === tagId);
    return tag === undefined ? [] : [{ tag, role }];
  });
  return (
    <div className={styles.bar} role="toolbar" aria-label={say("passages.filterParts")}>
      {chosen.map(({ tag, role }) => (
        <Part
          key={tag.tagId}
          name={tag.name}
          role={role}
          roles={TAG_ROLES}
          onRole={(next) => onFilter(setTagRole(filter, tag.tagId, next))}
        >
          <TagChip name={tag.name} color={tag.color} />
        </Part>
      ))}
      {filter.marks.map(({ mark, role }) => (
        <Part
          key={mark}
          name={markLabel(mark)}
          role={role}
          roles={["and", "not"] as const}
          onRole={(next) => onFilter(setMarkRole(filter, mark, next))}
        >
          <MarkChip mark={mark} />
        </Part>
      ))}
      <Button size="small" variant="quiet" icon={<X aria-hidden />} onClick={() => onFilter(OPEN_FILTER)}>
        {say("passages.clear")}
      </Button>
    </div>
  );
}

interface PartProps<Role extends TagRole> {
  readonly name: string;
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly onRole: (role: Role | null) => void;
  readonly children: ReactNode;
}

function Part<Role extends TagRole>({ name, role, roles, onRole, children }: PartProps<Role>) {
  return (
    <span className={styles.part} data-role={role}>
      <Menu
        items={roles.map((each) => ({
          id: each,
          label: say(ROLE_LABELS[each]),
          checked: each === role,
          onSelect: () => onRole(each),
        }))}
        trigger={(props) => (
          <button
            type="button"
            className={styles.role}
            aria-label={say("passages.roleOf", { name, role: say(ROLE_LABELS[role]) })}
            {...props}
          >
            {say(ROLE_LABELS[role])}
            <ChevronDown aria-hidden />
          </button>
        )}
      />
      {children}
      <IconButton
        size="small"
        className={styles.remove ?? ""}
        label={say("passages.removePart", { name })}
        icon={<X aria-hidden />}
        onClick={() => onRole(null)}
      />
    </span>
  );
}
