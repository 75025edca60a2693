/** What a cell holds. Text stays text: nothing of it is ever a formula. */
export type CellValue = string | number | null;

/** A sheet: a name, a row of headings, and rows. */
export interface Sheet {
  /** As it is to be; shortened to what a workbook allows. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Makes spreadsheets. */
export interface WorkbookWriter {
  /** An XLSX file with these sheets. */
  write(sheets: readonly Sheet[]): Promise<Uint8Array>;
}
