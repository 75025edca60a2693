import { useMemo } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { say } from "../messages/say.ts";
import type { PageTextActions } from "../reader/reader-types.ts";
import { describeError } from "../ui/describe-error.ts";

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
        transport.call("ocr.start", { document }).then(() => announce(say("passages.recognising")), fail);
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
  const news = say("passages.layerNews", { page, layer });
  if (orphaned === 0) return news;
  return `${news} ${say("passages.layerOrphans", { count: orphaned })}`;
}
