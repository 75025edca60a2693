import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { SearchExplanation } from "#shared/model/search.ts";
import { sayRich } from "../messages/say.ts";
import styles from "./result-head.module.css";

interface ReadAsLineProps {
  readonly explanation: SearchExplanation;
  /** Shows the whole explanation. */
  readonly onShow: () => void;
  /** At the beginning of the line. */
  readonly children: ReactNode;
}

/** How the search was read, in one line; what was read otherwise than it may have been meant is said in full. */
export function ReadAsLine({ explanation, onShow, children }: ReadAsLineProps) {
  const { words, notices } = explanation;
  return (
    <div className={styles.readAs}>
      <div className={styles.readAsLine}>
        {children}
        <button type="button" className={styles.readAsWords} title={words} onClick={onShow}>
          {sayRich("search.readAs", { words, b: (chunks) => <b>{chunks}</b> })}
        </button>
      </div>
      {notices.map((notice) => (
        <p key={`${notice.at.start} ${notice.message}`} className={styles.notice}>
          <TriangleAlert aria-hidden />
          {notice.message}
        </p>
      ))}
    </div>
  );
}
