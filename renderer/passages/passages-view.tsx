import { Activity, type ReactNode, useId, useState } from "react";
import { CodebookView } from "../codebook/codebook-view.tsx";
import { MatrixView, type PictureChoice, TogetherView } from "../codebook/matrix-view.tsx";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { panelId, TabList, tabId } from "../search/tab-list.tsx";
import { type BrowserFilter, OPEN_FILTER } from "./browser/browser-filter.ts";
import { BrowserView } from "./browser/browser-view.tsx";
import styles from "./passages-view.module.css";

/** Parts of the view. */
type TagsPlace = "passages" | "codebook" | "matrix" | "together";

const LABELS: Readonly<Record<TagsPlace, MessageKey>> = {
  passages: "passages.passages",
  codebook: "codebook.codebook",
  matrix: "codebook.matrix",
  together: "codebook.together",
};

/** All that is tagged: the passages, the codebook of their tags, and pictures of where tags stand. Each keeps what it shows. */
export function PassagesView() {
  const prefix = useId();
  const [place, setPlace] = useState<TagsPlace>("passages");
  const [filter, setFilter] = useState<BrowserFilter>(OPEN_FILTER);
  const narrowTo = ({ tags, documentId, below }: PictureChoice) => {
    setFilter({ ...OPEN_FILTER, below, tags, documents: new Set(documentId === null ? [] : [documentId]) });
    setPlace("passages");
  };
  const panels: readonly { readonly id: TagsPlace; readonly content: ReactNode }[] = [
    { id: "passages", content: <BrowserView filter={filter} onFilter={setFilter} /> },
    {
      id: "codebook",
      content: (
        <CodebookView
          onShowPassages={(tagId) => narrowTo({ tags: [{ tagId, role: "and" }], documentId: null, below: true })}
        />
      ),
    },
    { id: "matrix", content: <MatrixView onChoose={narrowTo} /> },
    { id: "together", content: <TogetherView onChoose={narrowTo} /> },
  ];
  return (
    <div className={styles.places}>
      <div className={styles.strip}>
        <TabList
          label={say("codebook.partsOfTags")}
          prefix={prefix}
          current={place}
          onChange={setPlace}
          tabs={panels.map(({ id }) => ({ id, label: say(LABELS[id]) }))}
        />
      </div>
      {panels.map(({ id, content }) => (
        <Activity key={id} mode={id === place ? "visible" : "hidden"}>
          <div role="tabpanel" id={panelId(prefix, id)} aria-labelledby={tabId(prefix, id)} className={styles.panel}>
            {content}
          </div>
        </Activity>
      ))}
    </div>
  );
}
