import { Plus, Replace, Search, Trash2, X } from "lucide-react";
import { type FormEvent, useDeferredValue, useMemo, useRef, useState } from "react";
import type { SynonymGroup } from "#shared/model/search-report.ts";
import { useCallMutation, useCallQuery } from "../../client/use-query-call.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState, InlineError } from "../../ui/error-state.tsx";
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
      title={say("kept.synonymsOfCase")}
      size="large"
      footer={
        <Button variant="primary" onClick={onClose}>
          {say("kept.done")}
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
          setSaid(say("kept.synonymsAdded", { name: firstOf(group), count: group.names.length }));
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
          setSaid(
            name === null ? say("kept.groupForgotten", { name: firstOf(group) }) : say("kept.nameTakenOut", { name }),
          ),
      },
    );
  };
  const extend = (group: SynonymGroup) => {
    setText(`${firstOf(group)} = `);
    field.current?.focus();
  };

  return (
    <div className={styles.body}>
      <p className={styles.lead}>{say("kept.synonymsLead")}</p>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          ref={field}
          className={styles.field ?? ""}
          label={say("kept.namesOfOne")}
          placeholder={say("kept.namesExample")}
          value={text}
          maxLength={4000}
          autoComplete="off"
          spellCheck={false}
          hint={say("kept.namesHint")}
          onChange={(event) => setText(event.target.value)}
        />
        <Button variant="primary" type="submit" disabled={names.length < 2} busy={add.isPending}>
          {say("kept.add")}
        </Button>
      </form>
      {add.error !== null && <InlineError error={add.error} />}
      {remove.error !== null && <InlineError error={remove.error} />}
      <p className={styles.said} role="status">
        {said}
      </p>
      {list.error !== null && <ErrorState compact error={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Spinner label={say("kept.listingSynonyms")} />}
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
      <EmptyState compact icon={<Replace />} title={say("kept.noSynonyms")}>
        {say("kept.noSynonymsMore")}
      </EmptyState>
    );
  }
  return (
    <>
      {groups.length >= MANY && (
        <TextField
          hideLabel
          label={say("kept.findName")}
          placeholder={say("kept.findAmong", { count: groups.length })}
          icon={<Search aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      {found.length === 0 && <p className={styles.none}>{say("kept.noGroupHasName")}</p>}
      <ul className={styles.groups} aria-label={say("kept.synonyms")}>
        {found.slice(0, limit).map((group) => (
          <li key={group.synonymId} className={styles.group}>
            <ul className={styles.names} aria-label={group.names[0]}>
              {group.names.map((name) => (
                <li key={name} className={styles.name}>
                  <span>{name}</span>
                  <button
                    type="button"
                    className={styles.remove}
                    aria-label={say("kept.takeOutName", { name })}
                    title={group.names.length === 2 ? say("kept.takeOutLast") : say("kept.takeOut")}
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
              label={say("kept.addNameTo", { name: firstOf(group) })}
              icon={<Plus aria-hidden />}
              onClick={() => onExtend(group)}
            />
            <IconButton
              size="small"
              label={say("kept.forgetGroup", { name: firstOf(group) })}
              icon={<Trash2 aria-hidden />}
              disabled={busy}
              onClick={() => onForget(group, null)}
            />
          </li>
        ))}
      </ul>
      {found.length > limit && (
        <Button variant="quiet" onClick={() => setLimit(limit + PORTION)}>
          {say("kept.showMoreGroups", { count: found.length })}
        </Button>
      )}
    </>
  );
}

/** The name that a group is known by. */
function firstOf({ names }: SynonymGroup): string {
  return names[0] ?? "";
}
