import { canonicalJson } from "#shared/base/canonical-json.ts";
import type { ExportedFile } from "#shared/contract/writing-procedures.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import type { SearchCertificate } from "#shared/model/search-report.ts";
import type { CasePorts } from "../backend-context.ts";
import { sha256Of } from "../custody/sha256-of.ts";
import type { ExportTarget } from "../export/export-annotated.ts";
import { neutralName } from "../export/neutral-name.ts";
import type { Pace } from "./evaluate/evaluation.ts";
import { catchUp, digestCatalogue, readIndexState } from "./index-state.ts";
import type { Searcher } from "./searcher.ts";

/** What a certificate says of the case and the program that it was made in. */
export interface CertifiedPlace {
  readonly caseTitle: string;
  /** Name and version, e.g. `probative 0.1.0`. */
  readonly program: string;
}

/**
 * Makes a search and states what was looked for, in what, what could not be read, and what was found. Nothing is written.
 *
 * @throws ProbativeError what a search throws
 */
export async function makeCertificate(
  ports: CasePorts,
  searcher: Searcher,
  place: CertifiedPlace,
  search: SearchRequest,
  pace: Pace,
): Promise<SearchCertificate> {
  await catchUp(ports, pace);
  const read = await searcher.read(search, pace);
  const found = await searcher.find(search, pace);
  const index = readIndexState(ports);
  const catalogueDigest = await digestCatalogue(ports);
  return {
    format: "probative-search-certificate",
    version: 1,
    certificateId: ports.ids.next("search-certificate"),
    ...place,
    madeAt: ports.clock.now(),
    madeBy: ports.author,
    search,
    ...read,
    index,
    result: {
      documents: found.documents.length,
      pages: found.documents.reduce((sum, document) => sum + document.pages, 0),
      hits: found.documents.reduce((sum, document) => sum + document.hits, 0),
      complete: found.incomplete === null,
    },
    catalogueDigest,
    journalHead: ports.journal.head().hash,
  };
}

/** A certificate with the two files that hold it. */
export interface IssuedSearchCertificate {
  readonly certificate: SearchCertificate;
  readonly pdf: ExportedFile;
  readonly json: ExportedFile;
}

/** Both files of a certificate stand beside each other under one name; an extension of either kind is taken off it. */
function targetsOf(out: string | undefined): { readonly pdf: string | null; readonly json: string | null } {
  if (out === undefined) return { pdf: null, json: null };
  const stem = out.replace(/\.(?:pdf|json)$/iu, "");
  return { pdf: `${stem}.pdf`, json: `${stem}.json` };
}

/**
 * Certifies a search: writes the certificate as JSON and as PDF, and enters it into the custody journal.
 *
 * The JSON file is canonical, so that its hash is the one that the journal and the PDF name. The journal holds the hash, the
 * figures of the result and the hash of the search; never its words, which would tell whoever reads the journal what was
 * looked for.
 *
 * @throws ProbativeError what a search throws, and `export/…`
 */
export async function certifySearch(
  ports: CasePorts,
  searcher: Searcher,
  place: CertifiedPlace,
  search: SearchRequest,
  target: ExportTarget,
  pace: Pace,
): Promise<IssuedSearchCertificate> {
  const certificate = await makeCertificate(ports, searcher, place, search, pace);
  const { certificateId, madeAt, result } = certificate;
  const text = canonicalJson(certificate);
  const digest = await sha256Of(text);
  const jsonBytes = new TextEncoder().encode(text);
  const pdfBytes = await ports.certificatePrinter.print(certificate, digest);
  const searchDigest = await sha256Of(canonicalJson(search));
  const targets = targetsOf(target.out);
  const [json, pdf] = await ports.exports.writePair(
    {
      bytes: jsonBytes,
      target: targets.json,
      suggestedName: neutralName({ kind: "certificate", certificateId, format: "json" }),
    },
    {
      bytes: pdfBytes,
      target: targets.pdf,
      suggestedName: neutralName({ kind: "certificate", certificateId, format: "pdf" }),
    },
    target.overwrite,
  );
  ports.jobs.transact(() => {
    ports.journal.append({
      action: "search-certified",
      subject: certificateId,
      sha256: digest,
      detail: { ...result, search: searchDigest, pdf: pdf.sha256, name: json.name },
    });
    const journalSequence = ports.journal.head().entries;
    ports.certificates.insert({ certificateId, madeAt, sha256: digest, journalSequence });
  });
  ports.publish({ kind: "changed", areas: ["journal"] });
  return {
    certificate,
    pdf: { ...pdf, bytes: pdfBytes.length, annotations: 0 },
    json: { ...json, bytes: jsonBytes.length, annotations: 0 },
  };
}
