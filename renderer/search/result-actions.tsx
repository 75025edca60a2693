import { FileDown, FilePlus2, Highlighter } from "lucide-react";
import { useState } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import { SEARCH_LIMIT_MAX } from "#shared/contract/search-procedures.ts";
import { useNavigation } from "../app/navigation.ts";
import type { Transport } from "../client/transport.ts";
import { useClient } from "../client/use-client.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { describeError } from "../ui/describe-error.ts";
import { Menu } from "../ui/menu.tsx";
import { countChosen, type DocumentSelection } from "./document-selection.ts";
import styles from "./result-head.module.css";
import { type TaggingPurpose, TagHitsDialog } from "./tag-hits-dialog.tsx";
import type { Answered } from "./use-search.ts";
import type { HitsInHand, TaggingDone } from "./use-tag-hits.ts";

interface ResultActionsProps {
  readonly answered: Answered;
  readonly selection: DocumentSelection;
  readonly onDone: (done: TaggingDone) => void;
}

/** What can be done with the chosen documents of a result, or with all of them while none is chosen. */
export function ResultActionsBar({ answered, selection, onDone }: ResultActionsProps) {
  const { answer } = answered;
  const { transport } = useClient();
  const { announce } = useNavigation();
  const [tagging, setTagging] = useState<{ readonly purpose: TaggingPurpose; readonly hits: HitsInHand } | null>(null);
  const chosen = countChosen(selection, answer.documents);
  const take = (use: (hits: HitsInHand) => void) =>
    void hitsInHand(transport, answered, selection).then(use, (error: unknown) =>
      announce(describeError(error).message, "bad"),
    );
  const open = (purpose: TaggingPurpose) => take((hits) => setTagging({ purpose, hits }));
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        icon={<Highlighter aria-hidden />}
        title={say("search.tagHitsOf", { count: chosen })}
        disabled={answer.hits === 0}
        onClick={() => open("tag")}
      >
        {say("search.tagHits")}
      </Button>
      <Button
        size="small"
        icon={<FilePlus2 aria-hidden />}
        title={say("search.addHitsOf", { count: chosen })}
        disabled={answer.hits === 0}
        onClick={() => open("brief")}
      >
        {say("search.addToBrief")}
      </Button>
      <ExportMenu chosen={chosen} take={take} />
      {tagging !== null && (
        <TagHitsDialog
          purpose={tagging.purpose}
          hits={tagging.hits}
          onClose={() => setTagging(null)}
          onDone={(done) => {
            setTagging(null);
            onDone(done);
          }}
        />
      )}
    </div>
  );
}

interface ExportMenuProps {
  /** Documents that are chosen; 0: all that were found. */
  readonly chosen: number;
  readonly take: (use: (hits: HitsInHand) => void) => void;
}

function ExportMenu({ chosen, take }: ExportMenuProps) {
  const { announce } = useNavigation();
  const { shell } = useClient();
  const write = useCallMutation("search.export");
  const choose = (format: "csv" | "xlsx" | "json") =>
    take(({ request, documents }) => {
      const only = documents === null ? {} : { documents: [...documents] };
      write
        .mutateAsync({ ...request, ...only, format })
        .then(async (file) => {
          await shell.deliver(file);
          announce(say("search.exported", { name: file.name }));
        })
        .catch((error: unknown) => {
          const { message, action } = describeError(error);
          announce(`${message} ${action}`, "bad");
        });
    });
  return (
    <Menu
      placement="bottom-end"
      trigger={(props) => (
        <Button
          {...props}
          size="small"
          icon={<FileDown aria-hidden />}
          title={say("search.exportHitsOf", { count: chosen })}
          busy={write.isPending}
        >
          {say("search.export")}
        </Button>
      )}
      items={[
        { id: "csv", label: say("search.asCsv"), onSelect: () => choose("csv") },
        { id: "xlsx", label: say("search.asExcel"), onSelect: () => choose("xlsx") },
        { id: "json", label: say("search.asJson"), onSelect: () => choose("json") },
      ]}
    />
  );
}

/** The chosen hits. All but some has to be spelt out: the rest of the result is asked for by portions. */
async function hitsInHand(
  transport: Transport,
  { request, sort, answer }: Answered,
  selection: DocumentSelection,
): Promise<HitsInHand> {
  if (selection.marked.size === 0) return { request, documents: null };
  if (!selection.all) return { request, documents: [...selection.marked] };
  const documents: DocumentId[] = [];
  for (let offset = 0; offset < answer.documents; offset += SEARCH_LIMIT_MAX) {
    const portion = { ...request, sort, limit: SEARCH_LIMIT_MAX, offset, pagesEach: 0 };
    const { groups } = await transport.call("search.query", portion);
    documents.push(...groups.map(({ documentId }) => documentId).filter((id) => !selection.marked.has(id)));
  }
  return { request, documents };
}
