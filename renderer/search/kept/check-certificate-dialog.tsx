import { CircleAlert, CircleCheck, FileUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { CertificateComparison, SearchCertificate } from "#shared/model/search-report.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useCallMutation } from "../../client/use-query-call.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { InlineError } from "../../ui/error-state.tsx";
import { formatDateTime, formatNumber } from "../../ui/format.ts";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import styles from "./certificate.module.css";
import kept from "./kept.module.css";
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
      title={say("kept.checkSearchCertificate")}
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
              {say("kept.openResults")}
            </Button>
          )}
          <span className={kept.spring} />
          <Button onClick={onClose}>{say("kept.done")}</Button>
          <Button
            ref={button}
            variant={check.data === undefined ? "primary" : "plain"}
            icon={<FileUp aria-hidden />}
            busy={check.isPending}
            onClick={() => void choose().catch(() => setUnreadable(true))}
          >
            {check.data === undefined ? say("kept.chooseCertificate") : say("kept.checkAnother")}
          </Button>
        </div>
      }
    >
      <div className={styles.body}>
        <p className={styles.lead}>{say("kept.checkLead")}</p>
        {fileName !== null && <p className={styles.purpose}>{fileName}</p>}
        {check.isPending && <ProgressBar label={say("kept.makingAgain")} value={null} />}
        {unreadable && <p className={styles.bad}>{say("kept.fileUnreadable")}</p>}
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
        {journaled ? say("kept.journalKnows") : say("kept.journalKnowsNot")}
      </p>
      <p className={styles.verdict}>
        {differences.length === 0 ? (
          <CircleCheck aria-hidden className={styles.good} />
        ) : (
          <CircleAlert aria-hidden className={styles.warn} />
        )}
        {differences.length === 0 ? say("kept.nothingDiffers") : say("kept.sinceThen")}
      </p>
      {differences.length > 0 && (
        <ul className={styles.differences} aria-label={say("kept.whatDiffers")}>
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
              <span className={kept.unseen}>{say("kept.figure")}</span>
            </th>
            <th scope="col">{formatDateTime(before.madeAt)}</th>
            <th scope="col">{say("kept.nowColumn")}</th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map(({ name, of }) => (
            <tr key={name} className={of(before) === of(now) ? undefined : styles.changed}>
              <th scope="row">{say(name)}</th>
              <td>{formatNumber(of(before))}</td>
              <td>{formatNumber(of(now))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const FIGURES: readonly { readonly name: MessageKey; readonly of: (certificate: SearchCertificate) => number }[] = [
  { name: "kept.documentsFound", of: ({ result }) => result.documents },
  { name: "kept.pagesFound", of: ({ result }) => result.pages },
  { name: "kept.hitsColumn", of: ({ result }) => result.hits },
  { name: "kept.documentsSearched", of: ({ index }) => index.documents },
  { name: "kept.pagesColumn", of: ({ index }) => index.pages },
  { name: "kept.pagesWithoutTextFigure", of: ({ index }) => index.pagesWithoutText },
  { name: "kept.filesFailedFigure", of: ({ index }) => index.files.failed },
];
