import { CircleAlert, ExternalLink } from "lucide-react";
import { useMemo, useState } from "react";
import type { TermReportLine } from "#shared/model/search-report.ts";
import { useNavigation } from "../../app/navigation.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { DataTable, type TableColumn, type TableSort } from "../../ui/data-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { RowDetail } from "../../ui/row-detail.tsx";
import kept from "./kept.module.css";
import { ProblemText } from "./problem-text.tsx";
import { filterLines, problemWords, sortLines, type TermColumn, type TermFilter } from "./term-lines.ts";
import styles from "./term-list.module.css";
import type { MadeReport } from "./use-term-report.ts";

const FILTERS: readonly { readonly id: TermFilter; readonly label: MessageKey }[] = [
  { id: "all", label: "kept.allLines" },
  { id: "nothing", label: "kept.foundNothing" },
  { id: "problems", label: "kept.cannotBeRead" },
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
        <legend className={kept.unseen}>{say("kept.whichLines")}</legend>
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
              {say(label)} <span className={styles.count}>{formatNumber(count)}</span>
            </button>
          );
        })}
      </fieldset>
      <div className={kept.table}>
        <DataTable
          label={say("kept.searchesOfList")}
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
          empty={say("kept.noLineIsSo")}
        />
      </div>
      {current !== undefined && <LineDetail line={current} onOpen={open} onClose={() => setSelected(null)} />}
    </>
  );
}

type LineColumn = TableColumn<TermReportLine, TermColumn>;

const columnsWith = (open: (line: TermReportLine) => void): readonly LineColumn[] => [
  { id: "line", header: say("kept.line"), width: "72px", align: "end", render: ({ line }) => formatNumber(line) },
  {
    id: "query",
    header: say("kept.search"),
    width: "minmax(160px, 4fr)",
    render: (line) => {
      if (line.problem !== null) return <WrongLine line={line} />;
      return (
        <button
          type="button"
          tabIndex={-1}
          className={classes(kept.link, styles.query)}
          title={say("kept.showResultsOf", { query: line.query })}
          onClick={() => open(line)}
        >
          {line.query}
        </button>
      );
    },
  },
  figure("documents", say("kept.documentsColumn"), "94px"),
  figure("pages", say("kept.pagesColumn"), "76px", 700),
  figure("hits", say("kept.hitsColumn"), "76px"),
  figure("uniqueDocuments", say("kept.onlyHere"), "92px"),
  figure("uniqueHits", say("kept.hitsOnlyHere"), "112px", 860),
  figure("withFamilies", say("kept.withFamilies"), "108px", 620),
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
          {problem.offset === null
            ? say("kept.lineProblem", { line: line.line, problem: problemWords(problem.message) })
            : say("kept.lineProblemAt", {
                line: line.line,
                character: problem.offset + 1,
                problem: problemWords(problem.message),
              })}
        </p>
      )}
      {problem === null && (
        <>
          <p className={styles.actions}>
            <Button size="small" variant="primary" icon={<ExternalLink aria-hidden />} onClick={() => onOpen(line)}>
              {say("kept.showResults")}
            </Button>
          </p>
          <p>{say("kept.lineFound", { hits, pages, documents, withFamilies })}</p>
          <p>
            {uniqueDocuments === 0
              ? say("kept.lineNothingAlone")
              : say("kept.lineAlone", { documents: uniqueDocuments, hits: uniqueHits })}
          </p>
        </>
      )}
    </RowDetail>
  );
}
