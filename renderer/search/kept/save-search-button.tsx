import { Bookmark, BookmarkCheck } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import type { SearchRequest } from "#shared/model/search.ts";
import type { SavedSearch } from "#shared/model/search-report.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useCallMutation } from "../../client/use-query-call.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { InlineError } from "../../ui/error-state.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { requestKey } from "../search-request.ts";
import styles from "./kept.module.css";
import { SearchCard } from "./search-card.tsx";
import { useSavedList } from "./use-saved-list.ts";

interface SaveSearchButtonProps {
  /** What stands in the field now, with how it is read. */
  readonly search: SearchRequest;
}

/** Keeps the search under a name. A search that is kept already says so, and can get another name. */
export function SaveSearchButton({ search }: SaveSearchButtonProps) {
  const [open, setOpen] = useState(false);
  const { data } = useSavedList();
  const key = requestKey(search);
  const kept = data?.searches.find((saved) => requestKey(saved.search) === key) ?? null;
  return (
    <>
      <Button
        icon={kept === null ? <Bookmark aria-hidden /> : <BookmarkCheck aria-hidden />}
        title={kept === null ? say("kept.saveUnderName") : say("kept.savedAs", { name: kept.name })}
        onClick={() => setOpen(true)}
      >
        {kept === null ? say("kept.save") : say("kept.saved")}
      </Button>
      {open && (
        <SaveSearchDialog search={search} renamed={kept} others={data?.searches ?? []} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

interface SaveSearchDialogProps {
  readonly search: SearchRequest;
  /** The saved search that gets another name; null to keep a new one. */
  readonly renamed: SavedSearch | null;
  readonly others: readonly SavedSearch[];
  readonly onClose: () => void;
}

/** Asks for the name of a search. The name of another saved search means: that one becomes this search. */
export function SaveSearchDialog({ search, renamed, others, onClose }: SaveSearchDialogProps) {
  const { announce } = useNavigation();
  const save = useCallMutation("search.save");
  const [name, setName] = useState(renamed?.name ?? "");
  const form = useId();
  const taken = sameName(others, name);
  const replaces = taken !== null && taken.savedSearchId !== renamed?.savedSearchId ? taken : null;
  const verb: MessageKey = renamed !== null ? "kept.rename" : replaces === null ? "kept.save" : "kept.replaceSearch";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || save.isPending || (renamed !== null && replaces !== null)) return;
    const changed = renamed ?? replaces;
    save.mutate(
      { ...mutable(search), name: name.trim(), ...(changed === null ? {} : { savedSearch: changed.savedSearchId }) },
      {
        onSuccess: (saved) => {
          announce(say(renamed === null ? "kept.savedAs" : "kept.renamedTo", { name: saved.name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={renamed === null ? say("kept.saveSearch") : say("kept.renameSearch")}
      footer={
        <>
          <Button onClick={onClose}>{say("kept.cancel")}</Button>
          <Button
            variant="primary"
            type="submit"
            form={form}
            busy={save.isPending}
            disabled={name.trim() === "" || (renamed !== null && replaces !== null)}
          >
            {say(verb)}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        <TextField
          label={say("kept.name")}
          value={name}
          maxLength={200}
          list={`${form}-names`}
          autoComplete="off"
          placeholder={say("kept.whatItLooksFor")}
          onChange={(event) => setName(event.target.value)}
          {...(renamed !== null && replaces !== null ? { error: say("kept.nameTaken") } : {})}
          hint={replaces === null ? say("kept.nameHint") : say("kept.replacesHint", { name: replaces.name })}
        />
        <datalist id={`${form}-names`}>
          {others.slice(0, 500).map((saved) => (
            <option key={saved.savedSearchId} value={saved.name} />
          ))}
        </datalist>
        <SearchCard search={search} />
        {save.error !== null && <InlineError error={save.error} />}
      </form>
    </Dialog>
  );
}

/** The saved search of a name, without regard to case, or null. */
export function sameName<Saved extends SavedSearch>(searches: readonly Saved[], name: string): Saved | null {
  const wanted = name.trim().toLocaleLowerCase();
  return searches.find((saved) => saved.name.toLocaleLowerCase() === wanted) ?? null;
}

/** The contract's inputs are mutable lists. */
function mutable(search: SearchRequest): SearchRequest {
  return { ...search, without: [...search.without], filters: [...search.filters] };
}
