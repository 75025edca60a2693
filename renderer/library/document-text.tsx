import { ScanText } from "lucide-react";
import type { DocumentDetail, DocumentSummary, PageAddress, PageInfo } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { formatNumber } from "../ui/format.ts";
import { PanelSection } from "../ui/panel-section.tsx";
import { Fact } from "./fact.tsx";
import styles from "./inspector.module.css";
import { languageName, sortLanguages } from "./labels.ts";
import { addressSummary, labelSummary } from "./page-labels.ts";

interface DocumentTextProps {
  readonly document: DocumentSummary;
  readonly detail: DocumentDetail | undefined;
}

const SCHEMES: readonly (readonly [scheme: PageAddress["scheme"], name: MessageKey])[] = [
  ["printed", "library.schemePrinted"],
  ["ecf", "library.schemeEcf"],
  ["appellate", "library.schemeAppellate"],
  ["page-id", "library.schemePageId"],
  ["bates", "library.schemeBates"],
  ["transcript", "library.schemeTranscript"],
];

/** How the pages are called, where their text comes from, and OCR. */
export function DocumentText({ document, detail }: DocumentTextProps) {
  const pages = detail?.pageInfos ?? [];
  return (
    <PanelSection name="pages" title={say("library.pagesAndText")}>
      <dl className={styles.facts}>
        <Fact name={say("library.factPages")}>{formatNumber(document.pages)}</Fact>
        <Fact name={say("library.factLabels")}>{detail === undefined ? "…" : labelSummary(pages)}</Fact>
        {SCHEMES.map(([scheme, name]) => (
          <Fact key={scheme} name={say(name)}>
            {addressSummary(pages, scheme)}
          </Fact>
        ))}
        <Fact name={say("library.columnText")}>{detail === undefined ? "…" : textSummary(pages)}</Fact>
        <Fact name={say("library.factConfidence")}>
          {document.confidence !== null &&
            say("library.confidencePercent", { percent: Math.round(document.confidence) })}
        </Fact>
        <Fact name={say("library.factPassages")}>
          {document.passages === 0 ? say("library.noPassages") : formatNumber(document.passages)}
        </Fact>
      </dl>
      {detail !== undefined && pages.some((page) => page.ocr !== "not-needed") && <Recognition detail={detail} />}
    </PanelSection>
  );
}

/** Where the text of the pages comes from, in words. */
export function textSummary(pages: readonly PageInfo[]): string {
  const count = (passes: (page: PageInfo) => boolean) => pages.filter(passes).length;
  const parts: readonly (readonly [number, MessageKey])[] = [
    [count((page) => page.layer === "text-layer" && page.textState === "good"), "library.pagesByTextLayer"],
    [count((page) => page.layer === "ocr"), "library.pagesByOcr"],
    [count((page) => page.ocr === "waiting"), "library.waitForOcr"],
    [count((page) => page.ocr === "failed"), "library.pagesNotRecognised"],
    [count((page) => page.ocr === "off"), "library.pagesWithoutOcr"],
    [count((page) => page.ocr === "done" && page.characters === 0), "library.pagesWithoutWords"],
  ];
  return parts
    .filter(([figure]) => figure > 0)
    .map(([figure, words]) => say(words, { count: figure }))
    .join(", ");
}

function Recognition({ detail }: { readonly detail: DocumentDetail }) {
  const { announce } = useNavigation();
  const start = useCallMutation("ocr.start");
  const configure = useCallMutation("ocr.configure");
  const status = useCallQuery("ocr.status", {});
  const known = sortLanguages(new Set(status.data?.engines.flatMap((engine) => engine.languages)));
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
              { onSuccess: () => announce(say("library.ocrTakesThisFirst")) },
            )
          }
        >
          {isDone ? say("library.ocrAgain") : say("library.ocrThisNow")}
        </Button>
        <select
          className={styles.select}
          aria-label={say("library.ocrLanguage")}
          value={detail.languages?.[0] ?? ""}
          onChange={(event) => {
            if (event.target.value !== "") {
              configure.mutate({ document: detail.documentId, languages: [event.target.value] });
            }
          }}
        >
          <option value="" disabled={detail.languages !== null}>
            {detail.fields.language === null ? say("library.languageOfCase") : say("library.languageDetected")}
          </option>
          {known.map((code) => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
        </select>
      </div>
      {detail.pagesWaiting > 0 && status.data?.state === "paused" && (
        <p className={styles.nothing}>{say("library.ocrPaused", { count: detail.pagesWaiting })}</p>
      )}
      {start.error !== null && <InlineError error={start.error} />}
      {configure.error !== null && <InlineError error={configure.error} />}
    </>
  );
}
