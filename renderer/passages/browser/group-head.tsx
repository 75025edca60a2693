import { FileText } from "lucide-react";
import { documentKindSchema } from "#shared/model/detection.ts";
import { reviewMarkSchema } from "#shared/model/passage.ts";
import type { PassageGroup, PassageGrouping } from "#shared/model/passage-browser.ts";
import type { Tag } from "#shared/model/tag.ts";
import { kindLabel } from "../../library/labels.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { formatDate, formatNumber } from "../../ui/format.ts";
import { tagColorStyle } from "../../ui/tag-colors.ts";
import styles from "../passages-view.module.css";
import { markLabel } from "../review-marks.tsx";

const WITHOUT: Readonly<Record<PassageGrouping, MessageKey>> = {
  none: "passages.passages",
  document: "passages.document",
  tag: "passages.withoutTag",
  mark: "passages.withoutMark",
  author: "passages.withoutAuthor",
  day: "passages.withoutDate",
  kind: "passages.withoutKind",
  court: "passages.withoutCourt",
};

/** What a group of passages is of, as people read it. */
export function groupName(group: Pick<PassageGroup, "key" | "name">, grouping: PassageGrouping): string {
  if (group.key === "") return say(WITHOUT[grouping]);
  if (grouping === "day") return formatDate(group.key);
  if (grouping === "mark") return markLabel(reviewMarkSchema.parse(group.key));
  if (grouping === "kind") return kindLabel(documentKindSchema.parse(group.key));
  return group.name;
}

interface GroupHeadProps {
  readonly group: PassageGroup;
  readonly grouping: PassageGrouping;
  readonly tags: readonly Tag[];
}

/** The line above the passages of a group. */
export function GroupHead({ group, grouping, tags }: GroupHeadProps) {
  const tag = grouping === "tag" ? tags.find((each) => each.tagId === group.key) : undefined;
  return (
    <h2 className={styles.document} style={tag === undefined ? undefined : tagColorStyle(tag.color)}>
      {grouping === "document" && <FileText aria-hidden />}
      {tag !== undefined && <i className={styles.swatch} />}
      <span className={styles.documentTitle}>{groupName(group, grouping)}</span>
      <span className={styles.documentCount}>{formatNumber(group.passages)}</span>
    </h2>
  );
}
