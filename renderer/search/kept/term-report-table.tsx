import { CircleAlert, ExternalLink } from "lucide-react";
import { useMemo, useState } from "react";
import type { TermReportLine } from "#shared/model/search-report.ts";
import { useNavigation } from "../../app/navigation.ts";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { DataTable, type TableColumn, type TableSort } from "../../ui/data-table.tsx";
import { formatCount, formatNumber } from "../../ui/format.ts";
import { RowDetail } from "../../ui/row-detail.tsx";
import { ProblemText } from "./problem-text.tsx";
import { filterLines, problemWords, sortLines, type TermColumn, type TermFilter } from "./term-lines.ts";
import styles from "./term-list.module.css";
import type { MadeReport } from "./use-term-report.ts";

const FILTERS: readonly { readonly id: TermFilter; readonly label: string }[] = [
  { id: "all", label: "All" },
  { id: "nothing", label: "Found nothing" },
  { id: "problems", label: "Cannot be read" },
];

/** The report: a row for each line of the list; a row leads to its results. */
export function TermReportTable({ made }: { readonly made: MadeReport }) {
  const { openSearch } = useNavigation();
  const [sort, setSort] = useState<TableSort<TermColumn>>({ column: "line", descending: false });
  const [filter, setFilter] = useState<TermFilter>("all");
  const [selected, setSelected] = useState<string | null>(null);
  const { lines } = made.report;
  const rows = useMemo(() => sortLines(filterLines(lines, filter), sort), [lines, filter, sort]);
  const open = (line: TermReportLine) => {
    if (line.problem === null) openSearch({ ...made.options, query: line.query });
    else setSelected(String(line.line));
  };
  const current = lines.find(({ line }) => String(line) === selected);
  return (
    <>
      <fieldset className={styles.filters}>
        <legend className={styles.unseen}>Which lines are shown</legend>
        {FILTERS.map(({ id, label }) => {
          const count = filterLines(lines, id).length;
          return (
            <button
              key={id}
              type="button"
              className={classes(styles.filter, id === filter && styles.chosen)}
              aria-pressed={id === filter}
              disabled={count === 0 && id !== "all"}
              onClick={() => setFilter(id)}
            >
              {label} <span className={styles.count}>{formatNumber(count)}</span>
            </button>
          );
        })}
      </fieldset>
      <div className={styles.table}>
        <DataTable
          label="Searches of the list"
          columns={columnsWith(open)}
          rows={rows}
          rowKey={({ line }) => String(line)}
          selectedKey={selected}
          onSelect={({ line }) => setSelected(String(line))}
          onActivate={open}
          sort={sort}
          onSort={(column) =>
            setSort((before) => ({
              column,
              descending: before.column === column ? !before.descending : column !== "line" && column !== "query",
            }))
          }
          empty="No line of the list is so."
        />
      </div>
      {current !== undefined && <LineDetail line={current} onOpen={open} onClose={() => setSelected(null)} />}
    </>
  );
}

type LineColumn = TableColumn<TermReportLine, TermColumn>;

const columnsWith = (open: (line: TermReportLine) => void): readonly LineColumn[] => [
  { id: "line", header: "Line", width: "72px", align: "end", render: ({ line }) => formatNumber(line) },
  {
    id: "query",
    header: "Search",
    width: "minmax(160px, 4fr)",
    render: (line) => {
      if (line.problem !== null) return <WrongLine line={line} />;
      return (
        <button
          type="button"
          tabIndex={-1}
          className={styles.query}
          title={`${line.query}\nShow its results`}
          onClick={() => open(line)}
        >
          {line.query}
        </button>
      );
    },
  },
  figure("documents", "Documents", "94px"),
  figure("pages", "Pages", "76px", 700),
  figure("hits", "Hits", "76px"),
  figure("uniqueDocuments", "Only here", "92px"),
  figure("uniqueHits", "Hits only here", "112px", 860),
  figure("withFamilies", "With families", "108px", 620),
];

/** Columns of figures; a line that cannot be read has none. */
function figure(
  id: Exclude<TermColumn, "line" | "query">,
  header: string,
  width: string,
  showFrom?: number,
): LineColumn {
  return {
    id,
    header,
    width,
    align: "end",
    ...(showFrom === undefined ? {} : { showFrom }),
    render: (line) => {
      if (line.problem !== null) return <span className={styles.none}>–</span>;
      return <span className={line[id] === 0 ? styles.none : undefined}>{formatNumber(line[id])}</span>;
    },
  };
}

function WrongLine({ line }: { readonly line: TermReportLine }) {
  if (line.problem === null) return null;
  const message = problemWords(line.problem.message);
  return (
    <span className={styles.wrongLine} title={`${line.query}\n${message}`}>
      <CircleAlert aria-hidden />
      <ProblemText query={line.query} offset={line.problem.offset} />
      <span className={styles.message}>{message}</span>
    </span>
  );
}

interface LineDetailProps {
  readonly line: TermReportLine;
  readonly onOpen: (line: TermReportLine) => void;
  readonly onClose: () => void;
}

/** A line with nothing cut: what is wrong and where, or what it found in a sentence. */
function LineDetail({ line, onOpen, onClose }: LineDetailProps) {
  const { problem, documents, pages, hits, uniqueDocuments, uniqueHits, withFamilies } = line;
  return (
    <RowDetail
      title={
        <code className={styles.whole}>
          {problem === null ? line.query : <ProblemText whole query={line.query} offset={problem.offset} />}
        </code>
      }
      onClose={onClose}
    >
      {problem !== null && (
        <p className={styles.wrong}>
          Line {formatNumber(line.line)}
          {problem.offset !== null && `, character ${formatNumber(problem.offset + 1)}`}:{" "}
          {problemWords(problem.message)}
        </p>
      )}
      {problem === null && (
        <>
          <p className={styles.actions}>
            <Button size="small" variant="primary" icon={<ExternalLink aria-hidden />} onClick={() => onOpen(line)}>
              Show its results
            </Button>
          </p>
          <p>
            {formatCount(hits, "hit")} on {formatCount(pages, "page")} in {formatCount(documents, "document")};{" "}
            {formatCount(withFamilies, "document")} with families.
          </p>
          <p>
            {uniqueDocuments === 0
              ? "Every document that it finds is found by another line too."
              : `No other line finds ${formatCount(uniqueDocuments, "document")} of these, with ${formatCount(uniqueHits, "hit")}.`}
          </p>
        </>
      )}
    </RowDetail>
  );
}
