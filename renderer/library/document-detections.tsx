import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import type { ShownDetection } from "#shared/contract/understanding-procedures.ts";
import type { DetectionKind } from "#shared/model/detection.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { InlineError } from "../ui/error-state.tsx";
import { formatNumber } from "../ui/format.ts";
import { PanelSection } from "../ui/panel-section.tsx";
import styles from "./document-detections.module.css";
import { DETECTION_KINDS, describeDetection, detectionLabel } from "./labels.ts";

/** Items of one kind shown before "Show more". */
const FEW = 12;

/** Kinds that are there on every page or line: counted, but listed last. */
const EVERYWHERE: ReadonlySet<DetectionKind> = new Set(["printed-page", "transcript-line", "paragraph", "page-id"]);

interface DetectedGroup {
  readonly kind: DetectionKind;
  readonly items: readonly ShownDetection[];
}

/** Groups what was detected by kind, in the order of `DETECTION_KINDS`; what stands everywhere comes last. */
export function groupDetections(detections: readonly ShownDetection[]): readonly DetectedGroup[] {
  const byKind = Map.groupBy(detections, (detection) => detection.value.kind);
  return DETECTION_KINDS.toSorted((one, other) => Number(EVERYWHERE.has(one)) - Number(EVERYWHERE.has(other))).flatMap(
    (kind) => {
      const items = byKind.get(kind);
      return items === undefined ? [] : [{ kind, items }];
    },
  );
}

interface DocumentDetectionsProps {
  readonly document: DocumentSummary;
  /** Page in sight, where the document is being read: what stands on it can be shown alone. */
  readonly page?: number;
}

/** Everything that was detected on the pages; a press goes to the place, arrows go from one item to the next. */
export function DocumentDetections({ document, page }: DocumentDetectionsProps) {
  const { data, error } = useCallQuery("documents.detections", { document: document.documentId });
  const [pageOnly, setPageOnly] = useState(false);
  const all = data?.detections ?? NONE;
  const isNarrowed = page !== undefined && pageOnly;
  const shown = useMemo(() => (isNarrowed ? all.filter((item) => item.page === page) : all), [all, isNarrowed, page]);
  const groups = useMemo(() => groupDetections(shown), [shown]);
  return (
    <PanelSection
      name="detections"
      title={say("library.whatPagesSay")}
      aside={data === undefined ? undefined : formatNumber(all.length)}
    >
      {error !== null && <InlineError error={error} />}
      {page !== undefined && all.length > 0 && (
        <label className={styles.narrow}>
          <input type="checkbox" checked={pageOnly} onChange={(event) => setPageOnly(event.target.checked)} />
          {say("library.onlyPage", { page })}
        </label>
      )}
      {data !== undefined && groups.length === 0 && (
        <p className={styles.nothing}>{isNarrowed ? say("library.nothingOnPage") : say("library.nothingDetected")}</p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside take the focus; arrows go between them */}
      <div onKeyDown={(event) => walk(event, page !== undefined)}>
        {groups.map((group) => (
          <Group key={`${group.kind}:${isNarrowed}`} group={group} document={document} openAtFirst={isNarrowed} />
        ))}
      </div>
    </PanelSection>
  );
}

const NONE: readonly ShownDetection[] = [];

/** Arrows go to the next item or group; where the document is being read, the page goes along. */
function walk(event: KeyboardEvent<HTMLElement>, goesAlong: boolean): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button.matches(":focus"));
  const next = buttons[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
  if (goesAlong && next.dataset["detected"] !== undefined) next.click();
}

interface GroupProps {
  readonly group: DetectedGroup;
  readonly document: DocumentSummary;
  readonly openAtFirst: boolean;
}

function Group({ group, document, openAtFirst }: GroupProps) {
  const { openDocument } = useNavigation();
  const [open, setOpen] = useState(openAtFirst);
  const [shown, setShown] = useState(FEW);
  const { kind, items } = group;
  return (
    <div>
      <button type="button" className={styles.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight aria-hidden data-open={open} />
        <span className={styles.kind}>{detectionLabel(kind)}</span>
        <span className={styles.count}>{formatNumber(items.length)}</span>
      </button>
      {open && (
        <ul className={styles.items}>
          {items.slice(0, shown).map((item) => (
            <li key={`${item.page}:${item.start}:${item.value.kind}`}>
              <button
                type="button"
                className={styles.item}
                data-detected=""
                title={item.text.replace(/\s+/gu, " ")}
                onClick={() => openDocument(document.documentId, { page: item.page, quads: item.quads })}
              >
                <span className={styles.value}>{describeDetection(item.value)}</span>
                <span className={styles.page}>{say("library.onPage", { page: item.page })}</span>
              </button>
            </li>
          ))}
          {items.length > shown && (
            <li>
              <button type="button" className={styles.more} onClick={() => setShown(shown + 100)}>
                {say("library.showMore", { count: items.length - shown })}
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
