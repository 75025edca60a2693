import type { SearchCertificate } from "#shared/model/search-report.ts";
import { makeBlock, type Setting } from "./make-block.ts";
import type { Block } from "./paginate.ts";
import { type RowCell, setRow } from "./set-row.ts";
import { PAGE, type Span, STYLES } from "./styles.ts";

type Form = SearchCertificate["expansions"][number]["forms"][number];

/** Two columns of forms beside each other, so that two hundred of them take two pages and not four. */
const COLUMN_GAP = 24;
const COLUMN_WIDTH = (PAGE.textWidth - COLUMN_GAP) / 2;
const FORM_WIDTH = 110;
const HITS_WIDTH = 48;
const REASON_WIDTH = COLUMN_WIDTH - FORM_WIDTH - HITS_WIDTH - 12;

const ROW = { tag: "P", leading: 13.5 } as const;

/** Every form of every word of the search, with the reason and the hits of each. */
export function composeExpansions({ expansions }: SearchCertificate, setting: Setting): readonly Block[] {
  if (expansions.length === 0) {
    const text = "The search holds no words: it is made of fields or of regular expressions.";
    return [makeBlock([{ text, style: STYLES.cell }], { tag: "P", leading: 15, spaceBefore: 4 }, setting)];
  }
  const heads = setRow([...headCells(0), ...headCells(1)], { ...ROW, spaceBefore: 4, keepWithNext: true }, setting);
  const words = expansions.flatMap(({ source, forms }) => [
    makeBlock(
      [{ text: setting.printable.prepare(source), style: STYLES.smallHeading }],
      { tag: "P", leading: 16, spaceBefore: 7, keepWithNext: true },
      setting,
    ),
    ...composeForms(forms, setting),
  ]);
  return [heads, ...words];
}

function composeForms(forms: readonly Form[], setting: Setting): readonly Block[] {
  if (forms.length === 0) {
    const text = "No word of the documents answers to it.";
    return [makeBlock([{ text, style: STYLES.cell }], { tag: "P", leading: 15, spaceBefore: 2 }, setting)];
  }
  const half = Math.ceil(forms.length / 2);
  return forms.slice(0, half).map((first, index) => {
    const second = forms[half + index];
    const beside = second === undefined ? [] : formCells(second, 1, setting);
    return setRow([...formCells(first, 0, setting), ...beside], ROW, setting);
  });
}

function cellsOf(column: number, spans: readonly [Span, Span, Span]): readonly RowCell[] {
  const x = column * (COLUMN_WIDTH + COLUMN_GAP);
  return [
    { spans: [spans[0]], x, width: FORM_WIDTH, align: "left" },
    { spans: [spans[1]], x: x + FORM_WIDTH + 6, width: REASON_WIDTH, align: "left" },
    { spans: [spans[2]], x: x + COLUMN_WIDTH - HITS_WIDTH, width: HITS_WIDTH, align: "right" },
  ];
}

function headCells(column: number): readonly RowCell[] {
  const style = STYLES.columnHead;
  return cellsOf(column, [
    { text: "form", style },
    { text: "why", style },
    { text: "hits", style },
  ]);
}

function formCells({ form, reason, hits, excluded }: Form, column: number, setting: Setting): readonly RowCell[] {
  const style = excluded ? STYLES.struckCell : STYLES.cell;
  return cellsOf(column, [
    { text: setting.printable.prepare(form), style },
    { text: excluded ? "left out" : reason, style: STYLES.quietCell },
    { text: hits.toLocaleString("en"), style: STYLES.cell },
  ]);
}
