import { Search } from "lucide-react";
import { useMemo, useState } from "react";
import { type DocumentId, documentIdSchema } from "#shared/base/ids.ts";
import { REVIEW_MARKS } from "#shared/model/passage.ts";
import type { PassageGroup, PassageGrouping } from "#shared/model/passage-browser.ts";
import type { Tag } from "#shared/model/tag.ts";
import { useCallQuery } from "../../client/use-query-call.ts";
import {
  buildTagTree,
  countsByKey,
  flattenTree,
  searchTree,
  type TagNode,
  withoutArchived,
} from "../../codebook/tag-tree.ts";
import { fieldLabel, languageName } from "../../library/labels.ts";
import { say } from "../../messages/say.ts";
import { PanelSection } from "../../ui/panel-section.tsx";
import { tagColorStyle } from "../../ui/tag-colors.ts";
import { TextField } from "../../ui/text-field.tsx";
import { markLabel } from "../review-marks.tsx";
import {
  askedFilter,
  type BrowserFilter,
  type FilterField,
  PASSAGE_STATES,
  setMarkRole,
  setTagRole,
  toggled,
  toggleState,
} from "./browser-filter.ts";
import styles from "./filter-panel.module.css";
import { Dates, Value, Values } from "./filter-values.tsx";
import { STATE_LABELS } from "./filter-words.ts";
import { groupName } from "./group-head.tsx";

/** Tags from which on there is a field to find one. */
const FEW_TAGS = 6;
/** Tags shown: with a thousand of them one searches. */
const MANY_TAGS = 60;

interface FilterPanelProps {
  readonly tags: readonly Tag[];
  readonly filter: BrowserFilter;
  readonly onFilter: (filter: BrowserFilter) => void;
}

/** What the passages can be narrowed by. */
export function FilterPanel({ tags, filter, onFilter }: FilterPanelProps) {
  const set = (change: Partial<BrowserFilter>) => onFilter({ ...filter, ...change });
  const setField = (field: FilterField, value: string) =>
    set({ fields: { ...filter.fields, [field]: toggled(filter.fields[field], value) } });
  return (
    <div className={styles.panel}>
      <PanelSection name="passages-tags" title={say("passages.tags")}>
        <TagFacet tags={tags} filter={filter} onFilter={onFilter} />
      </PanelSection>
      <PanelSection name="passages-marks" title={say("passages.marks")}>
        <ul>
          {REVIEW_MARKS.map((mark) => {
            const role = filter.marks.find((other) => other.mark === mark)?.role ?? null;
            return (
              <Value
                key={mark}
                label={markLabel(mark)}
                checked={role !== null}
                excludes={role === "not"}
                onToggle={() => onFilter(setMarkRole(filter, mark, role === null ? "and" : null))}
              />
            );
          })}
        </ul>
      </PanelSection>
      <PanelSection name="passages-notes" title={say("passages.note")}>
        <TextField
          className={styles.field ?? ""}
          label={say("passages.wordsOfNote")}
          hideLabel
          placeholder={say("passages.wordsOfNote")}
          value={filter.note}
          onChange={(event) => set({ note: event.target.value })}
        />
      </PanelSection>
      <PanelSection name="passages-states" title={say("passages.linksAndState")}>
        <ul>
          {PASSAGE_STATES.map((state) => (
            <Value
              key={state}
              label={say(STATE_LABELS[state])}
              checked={filter.states.has(state)}
              onToggle={() => onFilter(toggleState(filter, state))}
            />
          ))}
        </ul>
      </PanelSection>
      <GroupFacet
        title={say("passages.document")}
        grouping="document"
        filter={{ ...filter, documents: new Set() }}
        chosen={filter.documents}
        onToggle={(value) => set({ documents: toggled<DocumentId>(filter.documents, documentIdSchema.parse(value)) })}
      />
      <GroupFacet
        title={fieldLabel("kind")}
        grouping="kind"
        filter={{ ...filter, fields: { ...filter.fields, kind: new Set() } }}
        chosen={filter.fields.kind}
        onToggle={(value) => setField("kind", value)}
      />
      <GroupFacet
        title={fieldLabel("court")}
        grouping="court"
        filter={{ ...filter, fields: { ...filter.fields, court: new Set() } }}
        chosen={filter.fields.court}
        onToggle={(value) => setField("court", value)}
      />
      <FieldFacet field="caseNumber" filter={filter} onToggle={(value) => setField("caseNumber", value)} />
      <FieldFacet field="language" filter={filter} onToggle={(value) => setField("language", value)} />
      <PanelSection name="passages-document-date" title={say("passages.documentDate")} openAtFirst={false}>
        <Dates
          from={filter.documentFrom}
          to={filter.documentTo}
          onFrom={(documentFrom) => set({ documentFrom })}
          onTo={(documentTo) => set({ documentTo })}
        />
      </PanelSection>
      <GroupFacet
        title={say("passages.author")}
        grouping="author"
        filter={{ ...filter, authors: new Set() }}
        chosen={filter.authors}
        onToggle={(value) => set({ authors: toggled(filter.authors, value) })}
      />
      <PanelSection name="passages-made" title={say("passages.made")} openAtFirst={false}>
        <Dates
          from={filter.madeFrom}
          to={filter.madeTo}
          onFrom={(madeFrom) => set({ madeFrom })}
          onTo={(madeTo) => set({ madeTo })}
        />
      </PanelSection>
    </div>
  );
}

function TagFacet({ tags, filter, onFilter }: FilterPanelProps) {
  const [typed, setTyped] = useState("");
  const counted = useCallQuery("tags.counts", {}).data?.counts;
  const counts = useMemo(() => countsByKey(counted ?? []), [counted]);
  const lines = useMemo(() => flattenTree(searchTree(withoutArchived(buildTagTree(tags)), typed)), [tags, typed]);
  const roleOf = (node: TagNode) => filter.tags.find((tag) => tag.tagId === node.tag?.tagId)?.role ?? null;
  const shown = lines.filter((node, index) => index < MANY_TAGS || roleOf(node) !== null);
  return (
    <>
      {tags.length > FEW_TAGS && (
        <TextField
          className={styles.field ?? ""}
          label={say("passages.findTagHere")}
          hideLabel
          placeholder={say("passages.findTagHere")}
          icon={<Search aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <ul>
        {shown.map((node) => {
          const { tag } = node;
          const depth = node.key.split("›").length - 1;
          const count = counts.get(node.key);
          if (tag === null) {
            return (
              <li key={node.key} className={styles.place} style={{ paddingLeft: 12 + depth * 14 }}>
                {node.leaf}
              </li>
            );
          }
          const role = roleOf(node);
          return (
            <Value
              key={node.key}
              label={node.leaf}
              title={node.name}
              depth={depth}
              swatch={<i className={styles.swatch} style={tagColorStyle(tag.color)} />}
              count={filter.below ? count?.all : count?.own}
              checked={role !== null}
              excludes={role === "not"}
              onToggle={() => onFilter(setTagRole(filter, tag.tagId, role === null ? "and" : null))}
            />
          );
        })}
      </ul>
      {lines.length > shown.length && (
        <p className={styles.hint}>{say("passages.moreTags", { count: lines.length - shown.length })}</p>
      )}
      <label className={styles.below}>
        <input
          type="checkbox"
          checked={filter.below}
          onChange={(event) => onFilter({ ...filter, below: event.target.checked })}
        />
        {say("passages.withTagsBelow")}
      </label>
    </>
  );
}

interface GroupFacetProps {
  readonly title: string;
  readonly grouping: PassageGrouping;
  /** Without what is chosen here: the others stay in sight. */
  readonly filter: BrowserFilter;
  readonly chosen: ReadonlySet<string> | undefined;
  readonly onToggle: (value: string) => void;
}

/** Values that the passages themselves bring, with counts that follow the rest of the filter. */
function GroupFacet({ title, grouping, filter, chosen, onToggle }: GroupFacetProps) {
  const { data } = useCallQuery(
    "passages.browse",
    { ...askedFilter(filter), group: grouping, limit: 0 },
    { keepPrevious: true },
  );
  const groups = (data?.groups ?? []).filter((group) => group.key !== "");
  if (groups.length < 2 && (chosen === undefined || chosen.size === 0)) return null;
  const byCount = groups.toSorted((one, other) => other.passages - one.passages);
  return (
    <Values
      name={`passages-${grouping}`}
      title={title}
      values={byCount.map((group: PassageGroup) => ({
        value: group.key,
        label: groupName(group, grouping),
        count: group.passages,
        chosen: chosen?.has(group.key) === true,
      }))}
      onToggle={onToggle}
    />
  );
}

interface FieldFacetProps {
  readonly field: "caseNumber" | "language";
  readonly filter: BrowserFilter;
  readonly onToggle: (value: string) => void;
}

/** Values of a field in documents that have passages. */
function FieldFacet({ field, filter, onToggle }: FieldFacetProps) {
  const { data } = useCallQuery("documents.list", {});
  const values = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { fields, passages } of data?.documents ?? []) {
      const value = fields[field];
      if (value !== null && passages > 0) counts.set(value, (counts.get(value) ?? 0) + passages);
    }
    return [...counts].sort(([, one], [, other]) => other - one);
  }, [data, field]);
  if (values.length < 2) return null;
  return (
    <Values
      name={`passages-${field}`}
      title={fieldLabel(field)}
      values={values.map(([value, count]) => ({
        value,
        label: field === "language" ? languageName(value) : value,
        count,
        chosen: filter.fields[field]?.has(value) === true,
      }))}
      onToggle={onToggle}
    />
  );
}
