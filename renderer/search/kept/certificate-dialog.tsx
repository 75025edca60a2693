import { CircleAlert, CircleCheck, Copy, FileDown } from "lucide-react";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useClient } from "../../client/use-client.ts";
import { useCallMutation, useCallQuery } from "../../client/use-query-call.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { InlineError } from "../../ui/error-state.tsx";
import { formatBytes, formatCount, formatDateTime } from "../../ui/format.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import styles from "./certificate.module.css";
import { coverageOf } from "./index-state-words.ts";
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
      title={made === undefined ? "Certify this search" : "The certificate is made"}
      size="medium"
      footer={
        <div className={styles.foot}>
          <Button variant="quiet" onClick={onCheck}>
            Check a certificate…
          </Button>
          <span className={styles.spring} />
          <Button onClick={onClose}>{made === undefined ? "Cancel" : "Done"}</Button>
          {made === undefined && (
            <Button variant="primary" busy={certify.isPending} onClick={() => certify.mutate({ ...search })}>
              Make the certificate
            </Button>
          )}
        </div>
      }
    >
      {made === undefined ? <Before search={search} result={result} /> : <Made made={made} />}
      {certify.isPending && <ProgressBar label="Making the certificate" value={null} />}
      {certify.error !== null && <InlineError error={certify.error} />}
    </Dialog>
  );
}

function Before({ search, result }: Pick<CertificateDialogProps, "search" | "result">) {
  const info = useCallQuery("case.info", {}).data;
  const ocr = useCallQuery("ocr.status", {}).data;
  return (
    <div className={styles.body}>
      <p className={styles.lead}>
        A certificate states what was looked for, word by word with every form; in which files and pages; what could not
        be read and why; and what was found, above all when that is nothing. It is entered in the custody journal, and
        can be checked later by making the same search again.
      </p>
      <SearchCard search={search} />
      <dl className={styles.facts}>
        <Fact
          name="Result"
          words={result === null ? "not known yet" : result.documents === 0 ? "nothing was found" : resultWords(result)}
        />
        {info !== undefined && (
          <>
            <Fact
              name="Searched"
              words={`${formatCount(info.pages - info.pagesWithoutText, "page")} of ${formatCount(info.documents, "document")}`}
            />
            {info.pagesWithoutText > 0 && (
              <Fact
                bad
                name="Not searched"
                words={`${formatCount(info.pagesWithoutText, "page")} without text${
                  ocr !== undefined && ocr.waiting > 0 ? `; ${formatCount(ocr.waiting, "page")} wait for OCR` : ""
                }`}
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
  const verb = shell.kind === "desktop" ? "Show" : "Save";
  const copy = () =>
    void navigator.clipboard.writeText(certificate.catalogueDigest).then(
      () => announce("The digest of the catalogue was copied."),
      () => announce("The clipboard cannot be written.", "bad"),
    );
  return (
    <div className={styles.body}>
      <p className={certificate.result.documents === 0 ? styles.nothing : styles.found}>
        {certificate.result.documents === 0 ? "Nothing was found." : `${resultWords(certificate.result)} were found.`}
        {!certificate.result.complete && " A regular expression ran out of time: this is not all."}
      </p>
      <p className={styles.words}>{certificate.words}</p>
      <ul className={styles.coverage} aria-label="What was searched">
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
        <Fact name="Made" words={`${formatDateTime(certificate.madeAt)} by ${certificate.madeBy}`} />
        <div>
          <dt>Catalogue</dt>
          <dd className={styles.digest}>
            <code>{certificate.catalogueDigest}</code>
            <IconButton size="small" label="Copy the digest" icon={<Copy aria-hidden />} onClick={copy} />
          </dd>
        </div>
      </dl>
      <ul className={styles.files} aria-label="Files of the certificate">
        {[
          { file: pdf, kind: "PDF", purpose: "to read and to file" },
          { file: json, kind: "JSON", purpose: "to check it later" },
        ].map(({ file, kind, purpose }) => (
          <li key={kind}>
            <span className={styles.file}>
              <b>{file.name}</b>
              <span className={styles.purpose}>
                {kind}, {purpose} · {formatBytes(file.bytes)}
              </span>
            </span>
            <Button icon={<FileDown aria-hidden />} onClick={() => void shell.deliver(file).catch(fail)}>
              {verb} the {kind}
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
