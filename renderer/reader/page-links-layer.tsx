import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { createContext, useContext, useEffect, useState } from "react";
import type { PageInfo } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { namePage } from "./page-entry.ts";
import { type LinkGoal, type PageLink, quadOfBox, readPageLinks } from "./page-links.ts";
import styles from "./page-links-layer.module.css";
import { type PageTransform, quadToRect } from "./page-transform.ts";

/** What the links of pages need of the reader. Stable while the document is open, so that pages are not made anew. */
export interface LinkActions {
  /** Pages as they are named. */
  readonly pageInfos: readonly PageInfo[];
  readonly follow: (goal: LinkGoal) => void;
}

/** Given by a reader in which links can be followed. */
export const LinkActionsContext = createContext<LinkActions | null>(null);

interface PageLinksProps {
  readonly pdf: PDFDocumentProxy | null;
  readonly page: number;
  readonly transform: PageTransform;
}

const NO_LINKS: readonly PageLink[] = [];

/** The links of a page, to be pressed where they stand and reached by Tab. */
export function PageLinks({ pdf, page, transform }: PageLinksProps) {
  const actions = useContext(LinkActionsContext);
  const links = usePageLinks(actions === null ? null : pdf, page, actions?.pageInfos.length ?? 0);
  if (actions === null) return null;
  return links.map((link) => {
    const rect = quadToRect(transform, quadOfBox(link.box));
    const label = nameGoal(link.goal, actions.pageInfos);
    return (
      // A real link would be offered to other windows and to the browser's menu.
      // biome-ignore lint/a11y/useSemanticElements: see above.
      <button
        key={link.id}
        type="button"
        role="link"
        className={styles.link}
        data-goal={link.goal.kind}
        data-far={rect.top > transform.height / 2 || undefined}
        aria-label={label}
        style={{ left: rect.left, top: rect.top, width: rect.width, height: rect.height }}
        onClick={() => actions.follow(link.goal)}
      >
        <span aria-hidden="true" className={styles.tip}>
          {label}
        </span>
      </button>
    );
  });
}

function nameGoal(goal: LinkGoal, pageInfos: readonly PageInfo[]): string {
  switch (goal.kind) {
    case "place": {
      const info = pageInfos[goal.place.page - 1];
      return say("reader.linkToPage", { page: info === undefined ? String(goal.place.page) : namePage(info) });
    }
    case "move":
      return say("reader.linkMove", { to: goal.to });
    case "address":
      return say("reader.linkOutside", { address: shorten(goal.address) });
  }
}

/** An address that fits beside a link; the whole of it is shown before it is opened. */
function shorten(address: string): string {
  return address.length > 160 ? `${address.slice(0, 120)}…${address.slice(-32)}` : address;
}

/** The links of a page once they are read; none while they are not, and of a page whose annotations cannot be read. */
function usePageLinks(pdf: PDFDocumentProxy | null, page: number, pages: number): readonly PageLink[] {
  const [read, setRead] = useState<{ readonly pdf: PDFDocumentProxy; readonly links: readonly PageLink[] } | null>(
    null,
  );
  useEffect(() => {
    if (pdf === null) return;
    let wanted = true;
    const load = async (): Promise<void> => {
      const proxy = await pdf.getPage(page);
      const annotations: readonly object[] = await proxy.getAnnotations({ intent: "display" });
      const links = await readPageLinks(pdf, annotations, pages);
      if (wanted && links.length > 0) setRead({ pdf, links });
    };
    load().catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [pdf, page, pages]);
  return read !== null && read.pdf === pdf ? read.links : NO_LINKS;
}
