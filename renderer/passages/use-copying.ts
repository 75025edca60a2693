import type { DocumentDetail } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { say } from "../messages/say.ts";
import type { Extent } from "../reader/reader-types.ts";
import { useRemembered } from "../ui/use-panel-open.ts";
import { CITE_STYLES, type CiteStyle, citePlace, quoted } from "./cite-styles.ts";
import { oneLine } from "./passage-filter.ts";

/** Something that stands in the document: what is selected, or a passage. */
export type Quotable = Pick<Extent, "quote" | "region"> & { readonly ranges: readonly { readonly page: number }[] };

/** Copying out of a document. What was copied is announced. */
export interface Copying {
  /** How citations are written; remembered for the case. */
  readonly style: CiteStyle;
  readonly setStyle: (style: CiteStyle) => void;
  readonly cite: (of: Quotable) => string;
  readonly copyText: (of: Quotable) => void;
  /** In quotation marks, line ends and divided words joined. */
  readonly copyQuote: (of: Quotable) => void;
  /** The same with its citation; of a region without text the citation alone. */
  readonly copyCited: (of: Quotable) => void;
  readonly copyImage: (image: Promise<Blob>) => void;
}

/** What can be copied of a selection or a passage, in the style of citation that was chosen for the case. */
export function useCopying(detail: DocumentDetail): Copying {
  const { announce } = useNavigation();
  const [style, setStyle] = useRemembered<CiteStyle>("cite-style", CITE_STYLES);
  const write = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => announce(say("tagging.copied", { text: text.slice(0, 120) })),
      () => announce(say("tagging.notCopied"), "bad"),
    );
  const cite = (of: Quotable) => citePlace(detail, of.region === null ? of.ranges : [{ page: of.region.page }], style);
  return {
    style,
    setStyle,
    cite,
    copyText: ({ quote }) => void write(quote),
    copyQuote: ({ quote }) => void write(quoted(oneLine(quote))),
    copyCited: (of) => void write(of.quote === "" ? cite(of) : `${quoted(oneLine(of.quote))} ${cite(of)}`),
    copyImage: (image) => {
      const item = new ClipboardItem({ "image/png": image });
      navigator.clipboard.write([item]).then(
        () => announce(say("tagging.imageCopied")),
        () => announce(say("tagging.imageNotCopied"), "bad"),
      );
    },
  };
}
