import { Plus, Replace, Search, Trash2, X } from "lucide-react";
import { type FormEvent, useDeferredValue, useMemo, useRef, useState } from "react";
import type { SynonymGroup } from "#shared/model/search-report.ts";
import { useCallMutation, useCallQuery } from "../../client/use-query-call.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState, InlineError } from "../../ui/error-state.tsx";
import { formatCount } from "../../ui/format.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { findGroups, namesIn } from "./synonym-names.ts";
import styles from "./synonyms.module.css";

interface SynonymsDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Groups that are listed at once; more are asked for by a button. */
const PORTION = 40;

/** Groups from which on the list can be narrowed. */
const MANY = 8;

/** The names by which one thing goes in the case: a search for one finds all. */
export function SynonymsDialog({ open, onClose }: SynonymsDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Synonyms of the case"
      size="large"
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <Synonyms />
    </Dialog>
  );
}

function Synonyms() {
  const list = useCallQuery("synonyms.list", {});
  const add = useCallMutation("synonyms.add");
  const remove = useCallMutation("synonyms.remove");
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const names = namesIn(text);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (names.length < 2 || add.isPending) return;
    remove.reset();
    add.mutate(
      { names: [...names] },
      {
        onSuccess: (group) => {
          setText("");
          setSaid(`A search for “${group.names[0]}” now finds all ${group.names.length} names.`);
          field.current?.focus();
        },
      },
    );
  };
  const forget = (group: SynonymGroup, name: string | null) => {
    add.reset();
    remove.mutate(
      { synonym: group.synonymId, ...(name === null ? {} : { name }) },
      {
        onSuccess: () =>
          setSaid(name === null ? `“${group.names[0]}” has no synonyms any more.` : `“${name}” was taken out.`),
      },
    );
  };
  const extend = (group: SynonymGroup) => {
    setText(`${group.names[0]} = `);
    field.current?.focus();
  };

  return (
    <div className={styles.body}>
      <p className={styles.lead}>
        A search for one name finds all of its group. Results say where a synonym was applied, and can be had without.
      </p>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          ref={field}
          className={styles.field ?? ""}
          label="Names that mean the same"
          placeholder="CECOT = Centro de Confinamiento del Terrorismo"
          value={text}
          maxLength={4000}
          autoComplete="off"
          spellCheck={false}
          hint="Two or more, with = between them. To add to a group, begin with a name that it has."
          onChange={(event) => setText(event.target.value)}
        />
        <Button variant="primary" type="submit" disabled={names.length < 2} busy={add.isPending}>
          Add
        </Button>
      </form>
      {add.error !== null && <InlineError error={add.error} />}
      {remove.error !== null && <InlineError error={remove.error} />}
      <p className={styles.said} role="status">
        {said}
      </p>
      {list.error !== null && <ErrorState compact error={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Spinner label="Listing the synonyms" />}
      {list.data !== undefined && (
        <Groups groups={list.data.synonyms} busy={remove.isPending} onForget={forget} onExtend={extend} />
      )}
    </div>
  );
}

interface GroupsProps {
  readonly groups: readonly SynonymGroup[];
  readonly busy: boolean;
  /** Without a name: the whole group. */
  readonly onForget: (group: SynonymGroup, name: string | null) => void;
  readonly onExtend: (group: SynonymGroup) => void;
}

function Groups({ groups, busy, onForget, onExtend }: GroupsProps) {
  const [filter, setFilter] = useState("");
  const [limit, setLimit] = useState(PORTION);
  const deferred = useDeferredValue(filter);
  const found = useMemo(() => findGroups(groups, deferred), [groups, deferred]);
  if (groups.length === 0) {
    return (
      <EmptyState compact icon={<Replace />} title="No synonyms yet">
        Names of places, people and bodies that documents call differently belong here.
      </EmptyState>
    );
  }
  return (
    <>
      {groups.length >= MANY && (
        <TextField
          hideLabel
          label="Find a name"
          placeholder={`Find among ${formatCount(groups.length, "group")}`}
          icon={<Search aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      {found.length === 0 && <p className={styles.none}>No group has this name.</p>}
      <ul className={styles.groups} aria-label="Synonyms">
        {found.slice(0, limit).map((group) => (
          <li key={group.synonymId} className={styles.group}>
            <ul className={styles.names} aria-label={group.names[0]}>
              {group.names.map((name) => (
                <li key={name} className={styles.name}>
                  <span>{name}</span>
                  <button
                    type="button"
                    className={styles.remove}
                    aria-label={`Take out ${name}`}
                    title={group.names.length === 2 ? "Take out: a name alone is no group" : "Take out"}
                    disabled={busy}
                    onClick={() => onForget(group, group.names.length === 2 ? null : name)}
                  >
                    <X aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
            <IconButton
              size="small"
              label={`Add a name to ${group.names[0]}`}
              icon={<Plus aria-hidden />}
              onClick={() => onExtend(group)}
            />
            <IconButton
              size="small"
              label={`Forget the group ${group.names[0]}`}
              icon={<Trash2 aria-hidden />}
              disabled={busy}
              onClick={() => onForget(group, null)}
            />
          </li>
        ))}
      </ul>
      {found.length > limit && (
        <Button variant="quiet" onClick={() => setLimit(limit + PORTION)}>
          Show more of {formatCount(found.length, "group")}
        </Button>
      )}
    </>
  );
}
