import { CircleAlert, CircleCheck, Copy, FileDown } from "lucide-react";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useClient } from "../../client/use-client.ts";
import { useCallMutation, useCallQuery } from "../../client/use-query-call.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { InlineError } from "../../ui/error-state.tsx";
import { formatBytes, formatDateTime } from "../../ui/format.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { queryInWords } from "../explain-in-words.ts";
import styles from "./certificate.module.css";
import { coverageOf } from "./index-state-words.ts";
import kept from "./kept.module.css";
import { SearchCard } from "./search-card.tsx";
import { resultWords } from "./search-words.ts";
import { useFailure } from "./use-failure.ts";

interface CertificateDialogProps {
  readonly search: SearchRequest;
  readonly result: { readonly documents: number; readonly pages: number; readonly hits: number } | null;
  /** Goes on to checking a certificate that was made before. */
  readonly onCheck: () => void;
  readonly onClose: () => void;
}

/** Makes a certificate of the search, and hands over its two files. */
export function CertificateDialog({ search, result, onCheck, onClose }: CertificateDialogProps) {
  const certify = useCallMutation("search.certificate");
  const made = certify.data;
  return (
    <Dialog
      open
      onClose={onClose}
      title={made === undefined ? say("kept.certifySearch") : say("kept.certificateMade")}
      size="medium"
      footer={
        <div className={styles.foot}>
          <Button variant="quiet" onClick={onCheck}>
            {say("kept.checkCertificate")}
          </Button>
          <span className={kept.spring} />
          <Button onClick={onClose}>{made === undefined ? say("kept.cancel") : say("kept.done")}</Button>
          {made === undefined && (
            <Button variant="primary" busy={certify.isPending} onClick={() => certify.mutate({ ...search })}>
              {say("kept.makeCertificate")}
            </Button>
          )}
        </div>
      }
    >
      {made === undefined ? <Before search={search} result={result} /> : <Made made={made} />}
      {certify.isPending && <ProgressBar label={say("kept.makingCertificate")} value={null} />}
      {certify.error !== null && <InlineError error={certify.error} />}
    </Dialog>
  );
}

function Before({ search, result }: Pick<CertificateDialogProps, "search" | "result">) {
  const info = useCallQuery("case.info", {}).data;
  const ocr = useCallQuery("ocr.status", {}).data;
  return (
    <div className={styles.body}>
      <p className={styles.lead}>{say("kept.certificateStates")}</p>
      <SearchCard search={search} />
      <dl className={styles.facts}>
        <Fact
          name={say("kept.result")}
          words={
            result === null
              ? say("kept.notKnownYet")
              : result.documents === 0
                ? say("kept.nothingWasFound")
                : resultWords(result)
          }
        />
        {info !== undefined && (
          <>
            <Fact
              name={say("kept.searched")}
              words={say("kept.pagesOfDocuments", {
                pages: info.pages - info.pagesWithoutText,
                documents: info.documents,
              })}
            />
            {info.pagesWithoutText > 0 && (
              <Fact
                bad
                name={say("kept.notSearched")}
                words={say("kept.pagesNotSearched", { pages: info.pagesWithoutText, waiting: ocr?.waiting ?? 0 })}
              />
            )}
          </>
        )}
      </dl>
    </div>
  );
}

function Made({ made }: { readonly made: OutputOf<"search.certificate"> }) {
  const { announce } = useNavigation();
  const { shell } = useClient();
  const fail = useFailure();
  const { certificate, pdf, json } = made;
  const { searched, gaps } = coverageOf(certificate.index);
  const delivers: MessageKey = shell.kind === "desktop" ? "kept.showFile" : "kept.saveFile";
  const copy = () =>
    void navigator.clipboard.writeText(certificate.catalogueDigest).then(
      () => announce(say("kept.digestCopied")),
      () => announce(say("kept.clipboardFailed"), "bad"),
    );
  return (
    <div className={styles.body}>
      <p className={certificate.result.documents === 0 ? styles.nothing : styles.found}>
        {certificate.result.documents === 0
          ? say("kept.foundNothingSentence")
          : say("kept.foundSentence", { hits: certificate.result.hits, documents: certificate.result.documents })}
        {!certificate.result.complete && ` ${say("kept.notAllFound")}`}
      </p>
      <p className={styles.words}>{queryInWords(certificate.search.query, certificate.words)}</p>
      <ul className={styles.coverage} aria-label={say("kept.whatWasSearched")}>
        <li>
          <CircleCheck aria-hidden className={styles.good} />
          {searched}
        </li>
        {gaps.map((gap) => (
          <li key={gap}>
            <CircleAlert aria-hidden className={styles.warn} />
            {gap}
          </li>
        ))}
      </ul>
      <dl className={styles.facts}>
        <Fact
          name={say("kept.made")}
          words={say("kept.madeBy", { when: formatDateTime(certificate.madeAt), who: certificate.madeBy })}
        />
        <div>
          <dt>{say("kept.catalogue")}</dt>
          <dd className={styles.digest}>
            <code>{certificate.catalogueDigest}</code>
            <IconButton size="small" label={say("kept.copyDigest")} icon={<Copy aria-hidden />} onClick={copy} />
          </dd>
        </div>
      </dl>
      <ul className={styles.files} aria-label={say("kept.filesOfCertificate")}>
        {[
          { file: pdf, format: "PDF", purpose: say("kept.pdfPurpose", { size: formatBytes(pdf.bytes) }) },
          { file: json, format: "JSON", purpose: say("kept.jsonPurpose", { size: formatBytes(json.bytes) }) },
        ].map(({ file, format, purpose }) => (
          <li key={format}>
            <span className={styles.file}>
              <b>{file.name}</b>
              <span className={styles.purpose}>{purpose}</span>
            </span>
            <Button icon={<FileDown aria-hidden />} onClick={() => void shell.deliver(file).catch(fail)}>
              {say(delivers, { format })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fact({ name, words, bad = false }: { readonly name: string; readonly words: string; readonly bad?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={bad ? styles.warn : undefined}>{words}</dd>
    </div>
  );
}
