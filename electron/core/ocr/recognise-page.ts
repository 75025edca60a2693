import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import { ensurePages } from "../import/ensure-rendition.ts";
import { requireDocument } from "../library/require-document.ts";
import type { OcrEngine, RecognisedPage } from "../ports/ocr-engine.ts";
import { chooseLanguages, needsAnotherLanguage } from "./choose-languages.ts";
import { understandRecognised } from "./understand-recognised.ts";

/** Recognises one page and makes its text the text in use. */
export type PageRecogniser = (documentId: DocumentId, page: number) => Promise<void>;

/**
 * Makes a recogniser that remembers which language each document turned out to be in, so that only its first page is read
 * with all models of the case.
 *
 * The recogniser rejects with `ocr/…`, `document/original-missing`, `document/no-such-page`, `job/cancelled`, or what writing
 * to the index throws.
 */
export function createPageRecogniser(
  ports: Pick<CasePorts, "documents" | "index" | "vault" | "converter" | "settings">,
  engine: OcrEngine,
  signal: AbortSignal,
): PageRecogniser {
  const found = new Map<DocumentId, string>();

  return async (documentId, page) => {
    const document = requireDocument(ports, documentId);
    const info = ports.index.pageInfo(documentId, page);
    if (info === null) throw new ProbativeError("document/no-such-page", "", { page });
    const path = await ensurePages(ports, document, signal);
    const known = new Set(await engine.languages());
    const ofCase = ports.settings.read().ocrLanguages.filter((language) => known.has(language));
    const languages = chooseLanguages(document.languages, found.get(documentId) ?? document.fields.language, ofCase);
    if (languages.length === 0) throw new ProbativeError("ocr/language-missing");

    let recognised: RecognisedPage = await engine.recognise({ path, page, languages }, signal);
    let understanding = understandRecognised(info, recognised);
    const other = understanding.language;
    if (document.languages === null && needsAnotherLanguage(languages, other, ofCase)) {
      const again = await engine.recognise({ path, page, languages: [other, ...languages] }, signal);
      if ((again.confidence ?? 0) >= (recognised.confidence ?? 0)) {
        recognised = again;
        understanding = understandRecognised(info, recognised);
      }
    }
    if (understanding.language !== null && ofCase.includes(understanding.language)) {
      found.set(documentId, understanding.language);
    }
    const { text, geometry, confidences, confidence, madeBy } = recognised;
    ports.index.setRecognised(documentId, page, { text, geometry, confidences, confidence, madeBy, understanding });
  };
}
