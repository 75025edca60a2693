import { REVIEW_MARKS, type ReviewMark } from "#shared/model/passage.ts";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { MARK_KEYS, MarkIcon, markLabel } from "./review-marks.tsx";
import styles from "./tag-picker.module.css";

interface MarkTogglesProps {
  readonly marks: readonly ReviewMark[];
  readonly onToggle: (mark: ReviewMark) => void;
  /** The keys work where it stands. */
  readonly withKeys?: boolean;
}

/** The marks of a review, each on or off. */
export function MarkToggles({ marks, onToggle, withKeys = false }: MarkTogglesProps) {
  return (
    <fieldset className={styles.marks} aria-label={say("tagging.marks")}>
      {REVIEW_MARKS.map((mark) => (
        <IconButton
          key={mark}
          size="small"
          label={markLabel(mark)}
          {...(withKeys ? { shortcut: MARK_KEYS[mark] } : {})}
          icon={<MarkIcon mark={mark} />}
          pressed={marks.includes(mark)}
          onClick={() => onToggle(mark)}
        />
      ))}
    </fieldset>
  );
}

/** The marks after one was put on or taken off, in their order. */
export function toggledMarks(marks: readonly ReviewMark[], mark: ReviewMark): readonly ReviewMark[] {
  return REVIEW_MARKS.filter((each) => (each === mark ? !marks.includes(mark) : marks.includes(each)));
}
