import { Download, FileText, Plus } from "lucide-react";
import { type ReactNode, useMemo, useRef } from "react";
import type { BriefId, PassageId } from "#shared/base/ids.ts";
import type { BriefDetail } from "#shared/model/brief.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag, TagColor } from "#shared/model/tag.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Menu } from "../ui/menu.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { AutoTextArea } from "./auto-text-area.tsx";
import styles from "./brief-editor.module.css";
import { BriefSectionView } from "./brief-section.tsx";
import { checkFigures } from "./check-summary.ts";
import { type BriefEdits, useBriefEdits } from "./use-brief.ts";
import { useDraft } from "./use-draft.ts";
import { useExportBrief } from "./use-export-brief.ts";
import { useSectionActions } from "./use-section-actions.ts";

interface BriefEditorProps {
  readonly briefId: BriefId;
  /** `page` is as wide as a page of text and stands in the middle; `panel` fills its panel. */
  readonly chrome: "panel" | "page";
  /** At the end of the head. */
  readonly headExtra?: ReactNode;
  /** Shown when the brief is gone. */
  readonly onGone: () => void;
}

const NO_PASSAGES: readonly PassageListItem[] = [];
const NO_TAGS: readonly Tag[] = [];

/** Edits a brief: sections, text, quotations that are checked against their sources. */
export function BriefEditor({ briefId, chrome, headExtra, onGone }: BriefEditorProps) {
  const brief = useCallQuery("briefs.show", { brief: briefId });
  if (brief.data !== undefined)
    return <OpenBrief key={briefId} brief={brief.data} chrome={chrome} headExtra={headExtra} />;
  return (
    <div className={styles.waiting}>
      {brief.error === null ? (
        <Spinner label={say("briefs.opening")} />
      ) : (
        <ErrorState
          compact
          error={brief.error}
          actions={<Button onClick={onGone}>{say("briefs.chooseAnother")}</Button>}
        />
      )}
    </div>
  );
}

interface OpenBriefProps {
  readonly brief: BriefDetail;
  readonly chrome: "panel" | "page";
  readonly headExtra: ReactNode;
}

function OpenBrief({ brief, chrome, headExtra }: OpenBriefProps) {
  const root = useRef<HTMLDivElement>(null);
  const edits = useBriefEdits(brief.briefId);
  const passages = useCallQuery("passages.list", {}).data?.passages ?? NO_PASSAGES;
  const tags = useCallQuery("tags.list", {}).data?.tags ?? NO_TAGS;
  const byId = useMemo(() => new Map(passages.map((passage) => [passage.passageId, passage])), [passages]);
  const colors = useMemo(() => colorsOf(passages, tags), [passages, tags]);
  const actions = useSectionActions(brief, edits, byId, root);
  return (
    <div ref={root} className={classes(styles.editor, styles[chrome])}>
      <BriefHead brief={brief} edits={edits} extra={headExtra} />
      <div className={styles.scroller}>
        <div className={styles.sheet}>
          <BriefTitle brief={brief} edits={edits} />
          {brief.sections.map((section, index) => (
            <BriefSectionView
              key={section.sectionId}
              section={section}
              number={index + 1}
              sections={brief.sections.length}
              colors={colors}
              actions={actions}
            />
          ))}
          <Button
            variant="quiet"
            icon={<Plus aria-hidden />}
            className={styles.addSection ?? ""}
            onClick={() => {
              const last = brief.sections.at(-1);
              if (last === undefined) void edits.addSection();
              else actions.addSectionAfter(last);
            }}
          >
            {say("briefs.addSection")}
          </Button>
        </div>
      </div>
    </div>
  );
}

interface BriefHeadProps {
  readonly brief: BriefDetail;
  readonly edits: BriefEdits;
  readonly extra: ReactNode;
}

function BriefHead({ brief, edits, extra }: BriefHeadProps) {
  const { deliver, busy } = useExportBrief(brief.briefId, edits);
  const figures = checkFigures(brief.checks);
  return (
    <header className={styles.head}>
      <span className={styles.figures}>
        {figures.map((figure) => (
          <span key={figure.kind} className={styles[figure.kind]}>
            {figure.text}
          </span>
        ))}
        {figures.length === 0 && <span className={styles.noFigures}>{say("briefs.noQuotations")}</span>}
      </span>
      <Menu
        placement="bottom-end"
        items={[
          { id: "pdf", label: say("briefs.pdf"), icon: <FileText aria-hidden />, onSelect: () => deliver("pdf") },
          { id: "md", label: say("briefs.markdown"), icon: <FileText aria-hidden />, onSelect: () => deliver("md") },
        ]}
        trigger={(trigger) => (
          <Button {...trigger} size="small" variant="primary" busy={busy} icon={<Download aria-hidden />}>
            {say("briefs.export")}
          </Button>
        )}
      />
      {extra}
    </header>
  );
}

function BriefTitle({ brief, edits }: Pick<BriefHeadProps, "brief" | "edits">) {
  const draft = useDraft(brief.title, (text) =>
    text.trim() === "" ? Promise.resolve(brief) : edits.rename(text.trim()),
  );
  return (
    <h2 className={styles.titleBox}>
      <AutoTextArea
        label={say("briefs.titleOfBrief")}
        singleLine
        className={styles.title ?? ""}
        maxLength={300}
        data-brief-title
        value={draft.value}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.flush}
      />
    </h2>
  );
}

function colorsOf(passages: readonly PassageListItem[], tags: readonly Tag[]): ReadonlyMap<PassageId, TagColor> {
  const byTag = new Map(tags.map((tag) => [tag.tagId, tag.color]));
  return new Map(
    passages.flatMap((passage) => {
      const first = passage.tagIds[0];
      const color = first === undefined ? undefined : byTag.get(first);
      return color === undefined ? [] : [[passage.passageId, color] as const];
    }),
  );
}
