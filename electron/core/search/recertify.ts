import { type CanonicalValue, canonicalJson } from "#shared/base/canonical-json.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import {
  type CertificateComparison,
  type SearchCertificate,
  searchCertificateSchema,
} from "#shared/model/search-report.ts";
import type { CasePorts } from "../backend-context.ts";
import { sha256Of } from "../custody/sha256-of.ts";
import { type CertifiedPlace, makeCertificate } from "./certificate.ts";
import { compareCertificates } from "./compare-certificates.ts";
import type { Pace } from "./evaluate/evaluation.ts";
import type { Searcher } from "./searcher.ts";

function parseCertificate(text: string): { readonly certificate: SearchCertificate; readonly canonical: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch (thrown) {
    throw new ProbativeError("search/not-a-certificate", "It is not JSON.", {}, thrown);
  }
  const parsed = searchCertificateSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ProbativeError("search/not-a-certificate", `It differs at ${issue?.path.join(".") || "its beginning"}.`);
  }
  // What the schema would leave out counts too: the certificate was given as a whole.
  return { certificate: parsed.data, canonical: canonicalJson(value as CanonicalValue) };
}

/** True when the journal tells of this certificate, letter for letter (white space between its values aside). */
function isJournaled(ports: Pick<CasePorts, "certificates" | "journal">, digest: string): boolean {
  const issued = ports.certificates.findBySha256(digest);
  if (issued === null) return false;
  const [line] = ports.journal.entries(issued.journalSequence - 1, 1);
  return line?.action === "search-certified" && line.sha256 === digest && line.subject === issued.certificateId;
}

/**
 * Makes the search of a certificate again and says what differs. Nothing is written or journaled.
 *
 * @param text JSON of the certificate
 * @throws ProbativeError `search/not-a-certificate`, and what a search throws
 */
export async function recertify(
  ports: CasePorts,
  searcher: Searcher,
  place: CertifiedPlace,
  text: string,
  pace: Pace,
): Promise<CertificateComparison> {
  const { certificate: before, canonical } = parseCertificate(text);
  const now = await makeCertificate(ports, searcher, place, before.search, pace);
  const journaled = isJournaled(ports, await sha256Of(canonical));
  return { before, now, differences: compareCertificates(before, now), journaled };
}
