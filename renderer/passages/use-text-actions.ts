import { useMemo } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import type { PageTextActions } from "../reader/reader-types.ts";
import { describeError } from "../ui/describe-error.ts";
import { formatCount, formatNumber } from "../ui/format.ts";

/** What can be done about the text of a document's pages, and what is said when it was. */
export function useTextActions(document: DocumentId): PageTextActions {
  const { transport } = useClient();
  const { announce } = useNavigation();
  return useMemo(() => {
    const fail = (error: unknown) => {
      const { message, action } = describeError(error);
      announce(`${message} ${action}`, "bad");
    };
    return {
      recognise: () => {
        transport.call("ocr.start", { document }).then(() => announce("OCR takes this document first."), fail);
      },
      chooseLayer: (page, layer) => {
        transport
          .call("documents.use-layer", { document, page, layer })
          .then(
            ({ orphaned }) => announce(layerNews(page, layer, orphaned.length), orphaned.length > 0 ? "bad" : "plain"),
            fail,
          );
      },
    };
  }, [transport, document, announce]);
}

/** What is said after the text of a page was changed: also what it did to the passages. */
export function layerNews(page: number, layer: "text-layer" | "ocr", orphaned: number): string {
  const text = layer === "ocr" ? "OCR text" : "text layer";
  const news = `Page ${formatNumber(page)} now shows its ${text}.`;
  if (orphaned === 0) return news;
  return `${news} ${formatCount(orphaned, "passage")} could not be found in it: see Passages, “Lost their place”.`;
}
