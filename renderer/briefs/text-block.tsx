import type { BriefBlock } from "#shared/model/brief.ts";
import { say } from "../messages/say.ts";
import { AutoTextArea } from "./auto-text-area.tsx";
import styles from "./brief-editor.module.css";
import { useDraft } from "./use-draft.ts";

interface TextBlockProps {
  readonly block: Extract<BriefBlock, { kind: "text" }>;
  readonly label: string;
  readonly onStore: (text: string) => Promise<unknown>;
  /** Ctrl+Enter: another paragraph below. */
  readonly onAddBelow: () => void;
}

/** A paragraph of the writer's own. */
export function TextBlock({ block, label, onStore, onAddBelow }: TextBlockProps) {
  const draft = useDraft(block.text, onStore);
  return (
    <AutoTextArea
      label={label}
      className={styles.text ?? ""}
      placeholder={say("briefs.textPlaceholder")}
      value={draft.value}
      onChange={(event) => draft.change(event.target.value)}
      onBlur={draft.flush}
      onKeyDown={(event) => {
        if (event.altKey) draft.flush();
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        draft.flush();
        onAddBelow();
      }}
    />
  );
}
