import { useQueryClient } from "@tanstack/react-query";
import { FileText, MoreHorizontal, Plus } from "lucide-react";
import type { BriefId } from "#shared/base/ids.ts";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { BriefSummary } from "#shared/model/brief.ts";
import { useNavigation } from "../app/navigation.ts";
import { callKey } from "../client/query-key.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { describeError } from "../ui/describe-error.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { formatDate } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu } from "../ui/menu.tsx";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { BriefEditor } from "./brief-editor.tsx";
import styles from "./briefs.module.css";
import { useFirstBrief } from "./use-first-brief.ts";
import { useNewBrief } from "./use-new-brief.ts";

/** All briefs of the case, and the editor of the active one. */
export function BriefsView() {
  const { activeBrief, setActiveBrief } = useNavigation();
  const list = useCallQuery("briefs.list", {});
  const newBrief = useNewBrief();
  useFirstBrief();
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Spinner label={say("briefs.listing")} />;
  const { briefs } = list.data;
  const create = () => newBrief.create(nextTitle(briefs), () => requestAnimationFrame(() => selectTitle(20)));
  const newButton = (
    <Button variant="primary" icon={<Plus aria-hidden />} busy={newBrief.busy} onClick={create}>
      {say("briefs.newBrief")}
    </Button>
  );
  if (briefs.length === 0) {
    return (
      <EmptyState icon={<FileText />} title={say("briefs.noBriefs")} actions={newButton}>
        {say("briefs.whatBriefsAre")}
      </EmptyState>
    );
  }
  const current = briefs.find((brief) => brief.briefId === activeBrief);
  return (
    <div className={styles.view}>
      <SidePanel
        name="briefs-list"
        label={say("briefs.briefs")}
        side="start"
        widths={{ initial: 260, narrow: 216, min: 180, max: 420 }}
      >
        <PanelHeading
          aside={
            <IconButton size="small" label={say("briefs.newBrief")} icon={<Plus aria-hidden />} onClick={create} />
          }
        >
          {say("briefs.briefs")}
        </PanelHeading>
        <ul className={styles.rows}>
          {briefs.map((brief) => (
            <BriefRow
              key={brief.briefId}
              brief={brief}
              current={brief.briefId === activeBrief}
              onOpen={() => setActiveBrief(brief.briefId)}
              onRename={() => {
                setActiveBrief(brief.briefId);
                requestAnimationFrame(() => selectTitle(20));
              }}
            />
          ))}
        </ul>
      </SidePanel>
      <div className={styles.editor}>
        {current !== undefined && (
          <BriefEditor
            key={current.briefId}
            briefId={current.briefId}
            chrome="page"
            onGone={() => setActiveBrief(null)}
          />
        )}
      </div>
    </div>
  );
}

interface BriefRowProps {
  readonly brief: BriefSummary;
  readonly current: boolean;
  readonly onOpen: () => void;
  readonly onRename: () => void;
}

function BriefRow({ brief, current, onOpen, onRename }: BriefRowProps) {
  const remove = useRemoveBrief();
  return (
    <li className={styles.row} data-current={current || undefined}>
      <button type="button" className={styles.rowButton} aria-current={current || undefined} onClick={onOpen}>
        <span className={styles.rowTitle}>{brief.title}</span>
        <span className={styles.rowMeta}>
          {say("briefs.quotations", { count: brief.quotations })} · {formatDate(brief.updatedAt)}
        </span>
      </button>
      <span className={styles.rowMenu}>
        <Menu
          placement="bottom-end"
          items={[
            { id: "rename", label: say("briefs.rename"), onSelect: onRename },
            {
              id: "delete",
              label: say("briefs.delete"),
              danger: true,
              separated: true,
              onSelect: () => remove(brief.briefId),
            },
          ]}
          trigger={(trigger) => (
            <IconButton
              {...trigger}
              size="small"
              label={say("briefs.moreFor", { name: brief.title })}
              icon={<MoreHorizontal aria-hidden />}
            />
          )}
        />
      </span>
    </li>
  );
}

function useRemoveBrief(): (briefId: BriefId) => void {
  const { announce, activeBrief, setActiveBrief } = useNavigation();
  const remove = useCallMutation("briefs.delete");
  const cache = useQueryClient();
  return (briefId) =>
    remove.mutate(
      { brief: briefId },
      {
        onSuccess: () => {
          cache.setQueryData<OutputOf<"briefs.list">>(callKey("briefs.list", {}), (before) =>
            before === undefined ? undefined : { briefs: before.briefs.filter((brief) => brief.briefId !== briefId) },
          );
          if (briefId === activeBrief) setActiveBrief(null);
          announce(say("briefs.briefDeleted"));
        },
        onError: (error) => announce(describeError(error).message, "bad"),
      },
    );
}

/** `Untitled brief`, `Untitled brief 2`, …: a name to be typed over. */
function nextTitle(briefs: readonly BriefSummary[]): string {
  const taken = new Set(briefs.map((brief) => brief.title));
  for (let number = 1; ; number += 1) {
    const title = number === 1 ? say("briefs.untitled") : say("briefs.untitledNumbered", { number });
    if (!taken.has(title)) return title;
  }
}

/** Puts the keyboard on the title of the brief that is about to be shown, all of it selected. */
function selectTitle(frames: number): void {
  const title = document.querySelector<HTMLTextAreaElement>("[data-brief-title]");
  if (title === null) {
    if (frames > 0) requestAnimationFrame(() => selectTitle(frames - 1));
    return;
  }
  title.focus();
  title.select();
}
