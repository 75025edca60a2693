import type { PassageId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { EditHistory } from "#shared/model/edit.ts";
import type { CasePorts } from "../backend-context.ts";
import { anchorAgain } from "./anchor.ts";
import { rememberPage } from "./remember-page.ts";

/** Steps shown in a history. */
const SHOWN_STEPS = 200;

/** The steps that can be undone and redone, newest first. */
export function editHistory(ports: Pick<CasePorts, "edits">): EditHistory {
  return ports.edits.history(SHOWN_STEPS);
}

/** A restored row holds the place that a passage had then; the text may have been read anew since. One transaction. */
function refreshAnchors(ports: CasePorts, passageIds: readonly PassageId[]): void {
  const paged = { index: rememberPage(ports.index) };
  ports.jobs.transact(() => {
    for (const passageId of passageIds) {
      const passage = ports.passages.find(passageId);
      if (passage !== null) ports.passages.setAnchor(passageId, anchorAgain(paged, passage));
    }
  });
}

function step(ports: CasePorts, restored: readonly PassageId[]): EditHistory {
  refreshAnchors(ports, restored);
  ports.publish({
    kind: "changed",
    areas: [
      "case",
      "documents",
      "tags",
      "passages",
      "briefs",
      "searches",
      "synonyms",
      "bookmarks",
      "readings",
      "views",
      "edits",
      "journal",
    ],
  });
  return editHistory(ports);
}

/** @throws ProbativeError `edit/nothing-to-undo` */
export function undoEdit(ports: CasePorts): EditHistory {
  const label = ports.edits.history(1).undo[0]?.label ?? "";
  const restored = ports.edits.undo();
  if (restored === null) throw new ProbativeError("edit/nothing-to-undo");
  ports.journal.append({ action: "edit-undone", subject: null, sha256: null, detail: { step: label } });
  return step(ports, restored);
}

/** @throws ProbativeError `edit/nothing-to-redo` */
export function redoEdit(ports: CasePorts): EditHistory {
  const label = ports.edits.history(1).redo[0]?.label ?? "";
  const restored = ports.edits.redo();
  if (restored === null) throw new ProbativeError("edit/nothing-to-redo");
  ports.journal.append({ action: "edit-redone", subject: null, sha256: null, detail: { step: label } });
  return step(ports, restored);
}
