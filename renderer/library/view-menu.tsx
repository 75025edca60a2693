import { ChevronDown, Layers2 } from "lucide-react";
import { useState } from "react";
import type { LibraryView } from "#shared/model/library-view.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { describeError } from "../ui/describe-error.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type FacetChoice, NO_CHOICE } from "./facets.ts";
import styles from "./library-bar.module.css";
import { differsFrom, FIRST_LOOK, fromLayout, toLayout } from "./library-layout.ts";
import type { LibraryModel } from "./use-library.ts";

interface ViewMenuProps {
  readonly library: LibraryModel;
  readonly choice: FacetChoice;
  readonly onChoice: (choice: FacetChoice) => void;
}

/** The views that were kept: shows one, keeps how the library looks now, changes, renames and deletes. */
export function ViewMenu({ library, choice, onChoice }: ViewMenuProps) {
  const { announce } = useNavigation();
  const { data } = useCallQuery("library.views", {});
  const save = useCallMutation("library.save-view");
  const remove = useCallMutation("library.delete-view");
  const [asked, setAsked] = useState<"new" | "rename" | null>(null);
  const { look, setLook, viewId, setViewId } = library;
  const views = data?.views ?? [];
  const current = views.find((view) => view.viewId === viewId) ?? null;
  const changed = current !== null && differsFrom(current, look, choice);
  const fail = (error: unknown) => {
    const { message, action } = describeError(error);
    announce(`${message} ${action}`, "bad");
  };
  const show = (view: LibraryView | null) => {
    const { look: next, choice: nextChoice } =
      view === null ? { look: FIRST_LOOK, choice: NO_CHOICE } : fromLayout(view.view);
    setLook(next);
    setViewId(view?.viewId ?? null);
    onChoice(nextChoice);
  };
  const items: MenuItem[] = [
    {
      id: "all",
      label: say("library.viewAll"),
      checked: current === null,
      onSelect: () => show(null),
    },
    ...views.map((view) => ({
      id: view.viewId,
      label: view.name,
      checked: view === current,
      onSelect: () => show(view),
    })),
  ];
  if (current !== null && changed) {
    items.push({
      id: "save",
      label: say("library.saveView", { name: current.name }),
      separated: true,
      onSelect: () =>
        save.mutate(
          { viewId: current.viewId, name: current.name, view: toLayout(look, choice) },
          { onSuccess: () => announce(say("library.viewSaved", { name: current.name })), onError: fail },
        ),
    });
  }
  items.push({ id: "new", label: say("library.saveNewView"), separated: !changed, onSelect: () => setAsked("new") });
  if (current !== null) {
    items.push(
      { id: "rename", label: say("library.renameView"), onSelect: () => setAsked("rename") },
      {
        id: "delete",
        label: say("library.deleteView"),
        danger: true,
        onSelect: () =>
          remove.mutate(
            { viewId: current.viewId },
            {
              onSuccess: () => {
                setViewId(null);
                announce(say("library.viewDeleted", { name: current.name }));
              },
              onError: fail,
            },
          ),
      },
    );
  }
  return (
    <>
      <Menu
        items={items}
        trigger={(menu) => (
          <Button {...menu} size="small" variant="quiet" icon={<Layers2 aria-hidden />}>
            <span className={styles.viewName}>
              {current === null
                ? say("library.viewAll")
                : changed
                  ? say("library.viewChanged", { name: current.name })
                  : current.name}
            </span>
            <ChevronDown aria-hidden />
          </Button>
        )}
      />
      {asked !== null && (
        <NameDialog
          library={library}
          choice={choice}
          renamed={asked === "rename" ? current : null}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

interface NameDialogProps {
  readonly library: LibraryModel;
  readonly choice: FacetChoice;
  /** The view that gets another name; null: how the library looks now is kept under a new one. */
  readonly renamed: LibraryView | null;
  readonly onClose: () => void;
}

function NameDialog({ library, choice, renamed, onClose }: NameDialogProps) {
  const { announce } = useNavigation();
  const save = useCallMutation("library.save-view");
  const rename = useCallMutation("library.rename-view");
  const [name, setName] = useState(renamed?.name ?? "");
  const error = save.error ?? rename.error;
  const words = error === null ? null : describeError(error);
  const onDone = (view: LibraryView) => {
    library.setViewId(view.viewId);
    announce(say("library.viewSaved", { name: view.name }));
    onClose();
  };
  const submit = () => {
    if (name.trim() === "") return;
    if (renamed !== null) rename.mutate({ viewId: renamed.viewId, name }, { onSuccess: onDone });
    else save.mutate({ name, view: toLayout(library.look, choice) }, { onSuccess: onDone });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={renamed === null ? say("library.saveNewViewTitle") : say("library.renameViewTitle")}
      footer={
        <>
          <Button onClick={onClose}>{say("library.cancel")}</Button>
          <Button
            variant="primary"
            disabled={name.trim() === ""}
            busy={save.isPending || rename.isPending}
            onClick={submit}
          >
            {say("library.keepView")}
          </Button>
        </>
      }
    >
      <TextField
        label={say("library.viewName")}
        hint={renamed === null ? say("library.viewHolds") : undefined}
        error={words === null ? undefined : `${words.message} ${words.action}`}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") submit();
        }}
      />
    </Dialog>
  );
}
