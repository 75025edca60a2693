import { ChevronDown, ChevronRight } from "lucide-react";
import { useMemo, useState } from "react";
import type { ShownDetection } from "#shared/contract/understanding-procedures.ts";
import type { DetectionKind } from "#shared/model/detection.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { InlineError } from "../ui/error-state.tsx";
import { formatNumber } from "../ui/format.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import styles from "./document-detections.module.css";
import { DETECTION_LABELS, describeDetection } from "./labels.ts";

/** Items of one kind shown before "Show more". */
const FEW = 12;

/** Kinds that are there on every page or line: counted, but listed last. */
const EVERYWHERE: ReadonlySet<DetectionKind> = new Set(["printed-page", "transcript-line", "paragraph", "page-id"]);

interface DetectedGroup {
  readonly kind: DetectionKind;
  readonly items: readonly ShownDetection[];
}

/** Groups what was detected by kind, in the order of `DETECTION_LABELS`; what stands everywhere comes last. */
export function groupDetections(detections: readonly ShownDetection[]): readonly DetectedGroup[] {
  const byKind = Map.groupBy(detections, (detection) => detection.value.kind);
  const kinds = Object.keys(DETECTION_LABELS) as DetectionKind[];
  return kinds
    .toSorted((one, other) => Number(EVERYWHERE.has(one)) - Number(EVERYWHERE.has(other)))
    .flatMap((kind) => {
      const items = byKind.get(kind);
      return items === undefined ? [] : [{ kind, items }];
    });
}

/** Everything that was detected on the pages; a press goes to the place. */
export function DocumentDetections({ document }: { readonly document: DocumentSummary }) {
  const { data, error } = useCallQuery("documents.detections", { document: document.documentId });
  const groups = useMemo(() => groupDetections(data?.detections ?? []), [data]);
  return (
    <>
      <PanelHeading level={3} aside={data === undefined ? undefined : formatNumber(data.detections.length)}>
        What its pages say
      </PanelHeading>
      {error !== null && <InlineError error={error} />}
      {data !== undefined && groups.length === 0 && <p className={styles.nothing}>Nothing was detected.</p>}
      {groups.map((group) => (
        <Group key={group.kind} group={group} document={document} />
      ))}
    </>
  );
}

function Group({ group, document }: { readonly group: DetectedGroup; readonly document: DocumentSummary }) {
  const { openDocument } = useNavigation();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(FEW);
  const { kind, items } = group;
  const Icon = open ? ChevronDown : ChevronRight;
  return (
    <section>
      <button type="button" className={styles.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon aria-hidden />
        <span className={styles.kind}>{DETECTION_LABELS[kind]}</span>
        <span className={styles.count}>{formatNumber(items.length)}</span>
      </button>
      {open && (
        <ul className={styles.items}>
          {items.slice(0, shown).map((item) => (
            <li key={`${item.page}:${item.start}:${item.value.kind}`}>
              <button
                type="button"
                className={styles.item}
                title={item.text.replace(/\s+/gu, " ")}
                onClick={() => openDocument(document.documentId, { page: item.page, quads: item.quads })}
              >
                <span className={styles.value}>{describeDetection(item.value)}</span>
                <span className={styles.page}>p. {formatNumber(item.page)}</span>
              </button>
            </li>
          ))}
          {items.length > shown && (
            <li>
              <button type="button" className={styles.more} onClick={() => setShown(shown + 100)}>
                Show more ({formatNumber(items.length - shown)})
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
