import { ScanText } from "lucide-react";
import type { DocumentDetail, DocumentSummary, PageAddress, PageInfo } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { Button } from "../ui/button.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { formatCount, formatNumber } from "../ui/format.ts";
import { PanelSection } from "../ui/panel-section.tsx";
import { Fact } from "./fact.tsx";
import styles from "./inspector.module.css";
import { languageName } from "./labels.ts";
import { addressSummary, labelSummary } from "./page-labels.ts";

interface DocumentTextProps {
  readonly document: DocumentSummary;
  readonly detail: DocumentDetail | undefined;
}

const SCHEMES: readonly (readonly [scheme: PageAddress["scheme"], name: string])[] = [
  ["printed", "Printed on pages"],
  ["ecf", "ECF pages"],
  ["appellate", "Appellate pages"],
  ["page-id", "PageID"],
  ["bates", "Bates"],
  ["transcript", "Transcript pages"],
];

/** How the pages are called, where their text comes from, and OCR. */
export function DocumentText({ document, detail }: DocumentTextProps) {
  const pages = detail?.pageInfos ?? [];
  return (
    <PanelSection name="pages" title="Pages and text">
      <dl className={styles.facts}>
        <Fact name="Pages">{formatNumber(document.pages)}</Fact>
        <Fact name="Declared labels">{detail === undefined ? "…" : labelSummary(pages)}</Fact>
        {SCHEMES.map(([scheme, name]) => (
          <Fact key={scheme} name={name}>
            {addressSummary(pages, scheme)}
          </Fact>
        ))}
        <Fact name="Text">{detail === undefined ? "…" : textSummary(pages)}</Fact>
        <Fact name="OCR confidence">{document.confidence !== null && `${Math.round(document.confidence)} %`}</Fact>
        <Fact name="Passages">{document.passages === 0 ? "none" : formatNumber(document.passages)}</Fact>
      </dl>
      {detail !== undefined && pages.some((page) => page.ocr !== "not-needed") && <Recognition detail={detail} />}
    </PanelSection>
  );
}

/** Where the text of the pages comes from, in words. */
export function textSummary(pages: readonly PageInfo[]): string {
  const count = (passes: (page: PageInfo) => boolean) => pages.filter(passes).length;
  const parts: readonly (readonly [number, string])[] = [
    [count((page) => page.layer === "text-layer" && page.textState === "good"), "by text layer"],
    [count((page) => page.layer === "ocr"), "by OCR"],
    [count((page) => page.ocr === "waiting"), "wait for OCR"],
    [count((page) => page.ocr === "failed"), "could not be recognised"],
    [count((page) => page.ocr === "off"), "imported without OCR"],
    [count((page) => page.ocr === "done" && page.characters === 0), "without any words"],
  ];
  return parts
    .filter(([figure]) => figure > 0)
    .map(([figure, words]) => `${formatNumber(figure)} ${words}`)
    .join(", ");
}

function Recognition({ detail }: { readonly detail: DocumentDetail }) {
  const { announce } = useNavigation();
  const start = useCallMutation("ocr.start");
  const configure = useCallMutation("ocr.configure");
  const status = useCallQuery("ocr.status", {});
  const known = [...new Set(status.data?.engines.flatMap((engine) => engine.languages) ?? [])].sort();
  const isDone = detail.pagesWaiting === 0 && detail.pagesByOcr > 0;
  return (
    <>
      <div className={styles.actions}>
        <Button
          icon={<ScanText aria-hidden />}
          busy={start.isPending}
          onClick={() =>
            start.mutate(
              { document: detail.documentId, again: isDone },
              { onSuccess: () => announce("OCR takes this document first.") },
            )
          }
        >
          {isDone ? "OCR again" : "OCR this now"}
        </Button>
        <select
          className={styles.select}
          aria-label="Language for the OCR of this document"
          value={detail.languages?.[0] ?? ""}
          onChange={(event) => {
            if (event.target.value !== "") {
              configure.mutate({ document: detail.documentId, languages: [event.target.value] });
            }
          }}
        >
          <option value="" disabled={detail.languages !== null}>
            Language: {detail.fields.language === null ? "of the case" : "detected"}
          </option>
          {known.map((code) => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
        </select>
      </div>
      {detail.pagesWaiting > 0 && status.data?.state === "paused" && (
        <p className={styles.nothing}>{formatCount(detail.pagesWaiting, "page")} wait; OCR is paused.</p>
      )}
      {start.error !== null && <InlineError error={start.error} />}
      {configure.error !== null && <InlineError error={configure.error} />}
    </>
  );
}
