import { ScanText } from "lucide-react";
import type { ReactNode } from "react";
import type { DocumentDetail } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { Chip } from "../ui/chip.tsx";
import styles from "./reader-view.module.css";

interface DocumentHeadProps {
  readonly detail: DocumentDetail;
  /** At the end of the line. */
  readonly children: ReactNode;
}

/** What the open document is called, and how much of it can be read. */
export function DocumentHead({ detail, children }: DocumentHeadProps) {
  return (
    <header className={styles.headBox}>
      <div className={styles.head}>
        <h1 className={styles.headTitle} title={detail.title}>
          {detail.title}
        </h1>
        {!detail.title.startsWith(detail.shortName) && (
          <span className={styles.roomy}>
            <Chip tone="accent">{detail.shortName}</Chip>
          </span>
        )}
        <Chip>{say("passages.pages", { count: detail.pages })}</Chip>
        {detail.pagesWithoutText > 0 && (
          <span className={styles.needsOcr}>
            <ScanText aria-hidden />
            {detail.pagesWaiting > 0
              ? say("passages.waitForOcr", { count: detail.pagesWaiting })
              : say("passages.withoutText", { count: detail.pagesWithoutText })}
          </span>
        )}
        <span className={styles.spring} />
        {children}
      </div>
    </header>
  );
}
