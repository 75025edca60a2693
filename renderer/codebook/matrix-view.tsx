import { Grid3x3 } from "lucide-react";
import { useMemo, useState } from "react";
import { type DocumentId, documentIdSchema, type TagId } from "#shared/base/ids.ts";
import type { CodebookPlace } from "#shared/model/codebook.ts";
import type { Tag } from "#shared/model/tag.ts";
import { isWithinPath, lastPart, pathAbove, pathKey } from "#shared/text/tag-path.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { gridOfMatrix, gridOfPairs } from "./count-grid.ts";
import styles from "./matrix-view.module.css";
import { type GridHead, ShadedGrid } from "./shaded-grid.tsx";

const NO_TAGS: readonly Tag[] = [];

/** What a press on a picture asks the passage browser for. */
export interface PictureChoice {
  /** All tags as `and` stand on the passages, and one of those as `or`. */
  readonly tags: readonly { readonly tagId: TagId; readonly role: "and" | "or" }[];
  readonly documentId: DocumentId | null;
  /** Tags stand for those below them too. */
  readonly below: boolean;
}

interface PictureProps {
  readonly onChoose: (choice: PictureChoice) => void;
}

/** Tags by documents: how many passages of each tag stand in each document. */
export function MatrixView({ onChoose }: PictureProps) {
  const [below, setBelow] = useState(false);
  const matrix = useCallQuery("tags.matrix", { below }, { keepPrevious: true });
  const tags = useCallQuery("tags.list", {}).data?.tags ?? NO_TAGS;
  const documents = useCallQuery("documents.list", {}).data?.documents;
  const titles = useMemo(() => new Map(documents?.map(({ documentId, title }) => [documentId, title])), [documents]);
  const { data } = matrix;
  const counts = useMemo(() => (data === undefined ? null : gridOfMatrix(data)), [data]);
  if (matrix.error !== null) return <ErrorState error={matrix.error} onRetry={() => void matrix.refetch()} />;
  if (data === undefined || counts === null) return <Spinner label={say("codebook.counting")} />;
  const filled = data.places.filter((place) => counts.ofColumn(place.path) > 0);
  if (data.documents.length === 0) return <NothingTagged />;
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {say("codebook.matrixSize", { documents: data.documents.length, tags: filled.length })}
        </h1>
        <label className={styles.below}>
          <input type="checkbox" checked={below} onChange={(event) => setBelow(event.target.checked)} />
          {say("codebook.countBelow")}
        </label>
      </header>
      <ShadedGrid
        label={say("codebook.matrix")}
        corner={say("codebook.matrixCorner")}
        rows={data.documents.map((id) => headOfDocument(id, titles.get(id) ?? ""))}
        columns={headsOf(filled, tags)}
        counts={counts}
        cellLabel={(row, column, count) =>
          say("codebook.matrixCell", { document: row.label, tag: column.label, count })
        }
        onOpen={(row, column) => {
          const documentId = row === null ? null : documentIdSchema.parse(row);
          onChoose({ tags: column === null ? [] : tagsOfPlace(tags, column), documentId, below });
        }}
      />
    </div>
  );
}

/** Tags by tags: on how many passages both stand. */
export function TogetherView({ onChoose }: PictureProps) {
  const together = useCallQuery("tags.together", {});
  const tags = useCallQuery("tags.list", {}).data?.tags ?? NO_TAGS;
  const { data } = together;
  const counts = useMemo(() => (data === undefined ? null : gridOfPairs(data)), [data]);
  if (together.error !== null) return <ErrorState error={together.error} onRetry={() => void together.refetch()} />;
  if (data === undefined || counts === null) return <Spinner label={say("codebook.counting")} />;
  const filled = data.places.filter((place) => counts.ofRow(place.path) > 0);
  if (filled.length === 0) return <NothingTagged />;
  const heads = headsOf(filled, tags);
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          {say("codebook.togetherSize", { tags: filled.length, pairs: data.pairs.length })}
        </h1>
        <span className={styles.hint}>{say("codebook.togetherHint")}</span>
      </header>
      <ShadedGrid
        label={say("codebook.together")}
        corner={say("codebook.togetherCorner")}
        rows={heads}
        columns={heads}
        counts={counts}
        cellLabel={(row, column, count) =>
          row.id === column.id
            ? say("codebook.ownCell", { tag: row.label, count })
            : say("codebook.togetherCell", { one: row.label, other: column.label, count })
        }
        onOpen={(row, column) => {
          const paths = [...new Set([row, column])].filter((path) => path !== null);
          onChoose({ tags: paths.flatMap((path) => tagsOfPlace(tags, path)), documentId: null, below: false });
        }}
      />
    </div>
  );
}

function NothingTagged() {
  return (
    <EmptyState icon={<Grid3x3 />} title={say("codebook.nothingTagged")}>
      {say("codebook.whatPicturesShow")}
    </EmptyState>
  );
}

function headOfDocument(id: DocumentId, title: string): GridHead {
  return { id, label: title, short: title, path: "", color: null };
}

function headsOf(places: readonly CodebookPlace[], tags: readonly Tag[]): readonly GridHead[] {
  const colors = new Map(tags.map((tag) => [tag.tagId, tag.color]));
  return places.map(({ path, tag }) => ({
    id: path,
    label: path,
    short: lastPart(path),
    path: pathAbove(path) ?? "",
    color: tag === null ? null : (colors.get(tag) ?? null),
  }));
}

/** The tag of a place; for a place that has none, all tags below it. */
function tagsOfPlace(tags: readonly Tag[], path: string): PictureChoice["tags"] {
  const own = tags.find((tag) => pathKey(tag.name) === pathKey(path));
  if (own !== undefined) return [{ tagId: own.tagId, role: "and" }];
  return tags.filter((tag) => isWithinPath(tag.name, path)).map(({ tagId }) => ({ tagId, role: "or" }));
}
