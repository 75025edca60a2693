import { X } from "lucide-react";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { ALL_DOCUMENTS, countChosen, type DocumentSelection, NO_DOCUMENTS } from "./document-selection.ts";
import styles from "./result-head.module.css";

interface ChooseAllProps {
  readonly selection: DocumentSelection;
  /** Documents of the result. */
  readonly documents: number;
  readonly onSelection: (selection: DocumentSelection) => void;
}

/** Over the boxes of the documents: chooses all of the result or none, and says how many are chosen. */
export function ChooseAll({ selection, documents, onSelection }: ChooseAllProps) {
  const chosen = countChosen(selection, documents);
  const isAll = chosen > 0 && chosen >= documents;
  return (
    <>
      <input
        ref={(element) => {
          if (element !== null) element.indeterminate = chosen > 0 && !isAll;
        }}
        type="checkbox"
        className={styles.chooseAll}
        aria-label={isAll ? say("search.chooseNoDocument") : say("search.chooseAllDocuments")}
        title={isAll ? say("search.chooseNone") : say("search.chooseAll")}
        checked={isAll}
        onChange={() => onSelection(isAll ? NO_DOCUMENTS : ALL_DOCUMENTS)}
      />
      {chosen > 0 && (
        <span className={styles.chosen} role="status">
          {say("search.chosen", { count: chosen })}
          <IconButton
            size="small"
            label={say("search.chooseNone")}
            icon={<X aria-hidden />}
            onClick={() => onSelection(NO_DOCUMENTS)}
          />
        </span>
      )}
    </>
  );
}
