/** A stretch of text in one style. Line breaks in `text` are kept. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underlined?: boolean;
  readonly struck?: boolean;
  readonly monospaced?: boolean;
  readonly superscript?: boolean;
  readonly subscript?: boolean;
  /** Address of a link: the typesetter shows it behind the text when it differs, and never makes it active. */
  readonly link?: string;
  /** Tracked changes and comments, shown as such. */
  readonly change?: "inserted" | "deleted" | "moved" | "comment";
  /** Who made the change and when, shown small behind it. */
  readonly changedBy?: string;
  /** Hidden in the original; shown with a mark. */
  readonly hidden?: boolean;
  /** Number of a footnote that this span calls. */
  readonly footnote?: number;
}

/** A cell of a table. */
export interface Cell {
  readonly blocks: readonly Block[];
  readonly columns?: number;
  readonly rows?: number;
  readonly header?: boolean;
  readonly align?: "start" | "center" | "end";
}

/** A piece of a rendition, from top to bottom. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly spans: readonly Span[] }
  | {
      readonly kind: "paragraph";
      readonly spans: readonly Span[];
      readonly align?: "start" | "center" | "end" | "justify";
      /** Steps of indentation, 0 to 8. */
      readonly indent?: number;
      /** Marks a quotation from another text (mail: one level per `>`). */
      readonly quoted?: number;
    }
  | { readonly kind: "item"; readonly marker: string; readonly level: number; readonly spans: readonly Span[] }
  /** White space and lines stand as they are; long lines are broken. */
  | { readonly kind: "preformatted"; readonly text: string }
  | {
      readonly kind: "table";
      readonly rows: readonly (readonly Cell[])[];
      /** Relative widths of columns; by content when absent. */
      readonly widths?: readonly number[];
      /** Rows at the top that are repeated on each page. */
      readonly headerRows?: number;
    }
  /** Label and value, as at the head of a message. */
  | { readonly kind: "facts"; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  /** A picture of at most 16 megapixels, decoded by PDFKit: PNG or JPEG bytes. Sizes in points, scaled down to the page. */
  | {
      readonly kind: "picture";
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly description: string | null;
    }
  | { readonly kind: "footnote"; readonly number: number; readonly blocks: readonly Block[] }
  /** Said by Probative, not by the document; set apart from its text. */
  | { readonly kind: "remark"; readonly text: string }
  | { readonly kind: "rule" }
  | { readonly kind: "page-break"; readonly landscape?: boolean };

/** What the typesetter makes pages of. */
export interface Rendition {
  readonly title: string | null;
  readonly blocks: readonly Block[];
}
