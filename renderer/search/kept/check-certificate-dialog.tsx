import { CircleAlert, CircleCheck, FileUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { CertificateComparison, SearchCertificate } from "#shared/model/search-report.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useCallMutation } from "../../client/use-query-call.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { InlineError } from "../../ui/error-state.tsx";
import { formatDateTime, formatNumber } from "../../ui/format.ts";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import styles from "./certificate.module.css";
import { keptAskerOf } from "./kept-askers.ts";
import { SearchCard } from "./search-card.tsx";
import { chooseTextFile } from "./text-of-file.ts";

interface CheckCertificateDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Makes the search of a certificate again and says what differs. */
export function CheckCertificateDialog({ open, onClose }: CheckCertificateDialogProps) {
  return open ? <OpenCheck onClose={onClose} /> : null;
}

function OpenCheck({ onClose }: { readonly onClose: () => void }) {
  const { openSearch } = useNavigation();
  const check = useCallMutation("search.recertify");
  const [fileName, setFileName] = useState<string | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const choose = async () => {
    const file = await chooseTextFile(".json,application/json");
    if (file === null) return;
    setUnreadable(false);
    setFileName(file.name);
    check.mutate({ certificate: file.text, asker: keptAskerOf("check-certificate") });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Check a search certificate"
      size="medium"
      footer={
        <div className={styles.foot}>
          {check.data !== undefined && (
            <Button
              variant="quiet"
              onClick={() => {
                openSearch(check.data.before.search);
                onClose();
              }}
            >
              Open its results
            </Button>
          )}
          <span className={styles.spring} />
          <Button onClick={onClose}>Done</Button>
          <Button
            ref={button}
            variant={check.data === undefined ? "primary" : "plain"}
            icon={<FileUp aria-hidden />}
            busy={check.isPending}
            onClick={() => void choose().catch(() => setUnreadable(true))}
          >
            {check.data === undefined ? "Choose the certificate…" : "Check another…"}
          </Button>
        </div>
      }
    >
      <div className={styles.body}>
        <p className={styles.lead}>
          The search of the certificate is made again, on the case as it is now. Choose the certificate’s JSON file.
        </p>
        {fileName !== null && <p className={styles.purpose}>{fileName}</p>}
        {check.isPending && <ProgressBar label="Making the search again" value={null} />}
        {unreadable && <p className={styles.bad}>The file could not be read.</p>}
        {check.error !== null && <InlineError error={check.error} />}
        {check.data !== undefined && <Comparison comparison={check.data} />}
      </div>
    </Dialog>
  );
}

function Comparison({ comparison }: { readonly comparison: CertificateComparison }) {
  const { before, now, differences, journaled } = comparison;
  return (
    <div className={styles.body} role="status">
      <p className={journaled ? styles.verdict : styles.verdictBad}>
        {journaled ? (
          <CircleCheck aria-hidden className={styles.good} />
        ) : (
          <CircleAlert aria-hidden className={styles.bad} />
        )}
        {journaled
          ? "The custody journal of this case knows this certificate, unchanged."
          : "The custody journal of this case does not know this certificate: it was changed, or made in another case."}
      </p>
      <p className={styles.verdict}>
        {differences.length === 0 ? (
          <CircleCheck aria-hidden className={styles.good} />
        ) : (
          <CircleAlert aria-hidden className={styles.warn} />
        )}
        {differences.length === 0 ? "Nothing differs but the time." : "Since then:"}
      </p>
      {differences.length > 0 && (
        <ul className={styles.differences} aria-label="What differs">
          {differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
      <SearchCard search={before.search} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.unseen}>Figure</span>
            </th>
            <th scope="col">{formatDateTime(before.madeAt)}</th>
            <th scope="col">now</th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map(({ name, of }) => (
            <tr key={name} className={of(before) === of(now) ? undefined : styles.changed}>
              <th scope="row">{name}</th>
              <td>{formatNumber(of(before))}</td>
              <td>{formatNumber(of(now))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const FIGURES: readonly { readonly name: string; readonly of: (certificate: SearchCertificate) => number }[] = [
  { name: "Documents found", of: ({ result }) => result.documents },
  { name: "Pages found", of: ({ result }) => result.pages },
  { name: "Hits", of: ({ result }) => result.hits },
  { name: "Documents searched", of: ({ index }) => index.documents },
  { name: "Pages", of: ({ index }) => index.pages },
  { name: "Pages without text", of: ({ index }) => index.pagesWithoutText },
  { name: "Files that failed", of: ({ index }) => index.files.failed },
];
