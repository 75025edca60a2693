import { CheckCheck, Flame, Lock, type LucideIcon, Star } from "lucide-react";
import type { ReviewMark } from "#shared/model/passage.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import styles from "./passage-card.module.css";

const LABELS: Readonly<Record<ReviewMark, MessageKey>> = {
  relevant: "passages.markRelevant",
  hot: "passages.markHot",
  privileged: "passages.markPrivileged",
  reviewed: "passages.markReviewed",
};

const ICONS: Readonly<Record<ReviewMark, LucideIcon>> = {
  relevant: Star,
  hot: Flame,
  privileged: Lock,
  reviewed: CheckCheck,
};

/** The key that puts a mark on a passage, or takes it off. */
export const MARK_KEYS: Readonly<Record<ReviewMark, string>> = {
  relevant: "R",
  hot: "H",
  privileged: "P",
  reviewed: "V",
};

/** A mark as people read it. */
export function markLabel(mark: ReviewMark): string {
  return say(LABELS[mark]);
}

/** The sign of a mark; always beside its name. */
export function MarkIcon({ mark }: { readonly mark: ReviewMark }) {
  const Icon = ICONS[mark];
  return <Icon aria-hidden />;
}

/** A mark that a passage bears. */
export function MarkChip({ mark }: { readonly mark: ReviewMark }) {
  return (
    <span className={styles.mark} data-mark={mark}>
      <MarkIcon mark={mark} />
      {markLabel(mark)}
    </span>
  );
}
