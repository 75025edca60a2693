import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { changeLanguage } from "../../../renderer/messages/language.ts";
import { countLine, durationOf, pageName } from "../../../renderer/search/counts.ts";
import { doneLine } from "../../../renderer/search/done-note.tsx";
import { explainInWords, queryInWords } from "../../../renderer/search/explain-in-words.ts";
import { valueLabel } from "../../../renderer/search/facet-labels.ts";
import { coverageOf } from "../../../renderer/search/kept/index-state-words.ts";
import { newsOf } from "../../../renderer/search/kept/saved-search-order.ts";
import { optionWords, resultWords } from "../../../renderer/search/kept/search-words.ts";
import { previewLine } from "../../../renderer/search/tagging-preview.tsx";
import { documentIds, savedOf } from "./kept/support.ts";
import { answer, PLAIN_OPTIONS } from "./support.ts";

beforeAll(() => {
  vi.stubGlobal("document", { documentElement: { lang: "en" } });
  changeLanguage("es");
});

afterAll(() => {
  changeLanguage("en");
  vi.unstubAllGlobals();
});

describe("search in Spanish", () => {
  it("counts", () => {
    const counted = { ...answer([]), hits: 65, pages: 1, documents: 21 };
    expect(countLine(counted)).toBe("65 coincidencias en 1 pág. de 21 docs.");
    expect(countLine({ ...answer([]), documents: 1 })).toBe("1 documento por sus campos");
    expect(durationOf(1240)).toBe("1,2 s");
    expect(pageName(4, "iv")).toBe("pág. iv");
    expect(resultWords({ documents: 1, hits: 4 })).toBe("4 coincidencias en 1 documento");
  });

  it("says what tagging makes and made", () => {
    const made = { documents: 21, hits: 65, passages: 48, existing: 1, samples: [] };
    expect(previewLine(made)).toBe(
      "De 65 coincidencias en 21 documentos se hacen 48 pasajes; 1 de ellos ya existe y solo recibe las etiquetas",
    );
    expect(doneLine({ made, tagNames: ["Custodia"], briefTitle: "Moción", step: 1 })).toBe(
      "48 pasajes etiquetados “Custodia”, añadidos a “Moción”",
    );
  });

  it("says how a search is read, without changing what was typed", () => {
    expect(queryInWords('"a" OR "b"', "")).toBe("documentos que tienen “a” o “b”");
    expect(queryInWords('"a', "not read")).toBe("not read");
    const { explanation } = answer([]);
    expect(explainInWords("page:(a b)", explanation).words).toBe(
      "documentos que tienen páginas que tienen a (y sus otras formas) y b (y sus otras formas)",
    );
    expect(optionWords({ ...PLAIN_OPTIONS, synonyms: false, without: ["a>b"], filters: ["kind:order"] })).toBe(
      "sin sinónimos · 1 forma omitida · kind: order",
    );
  });

  it("says what is new, what was searched, and names codes", () => {
    expect(newsOf(savedOf({ newDocuments: documentIds(2), lostDocuments: documentIds(1) }))).toBe("2 nuevos, 1 menos");
    expect(valueLabel("read-how", { filter: "has:ocr", label: "Pages read by OCR" })).toBe("Páginas leídas por OCR");
    const index = {
      documents: 46,
      files: { imported: 46, duplicate: 0, failed: 1, skipped: 0, pending: 0 },
      pages: 131,
      pagesWithoutText: 0,
      pagesByOcr: 0,
      pagesUnread: 0,
      pagesLowConfidence: 0,
      hiddenPlaces: 0,
      documentsOutdated: 0,
    };
    expect(coverageOf(index)).toEqual({
      searched: "Se buscó en 131 páginas de 46 documentos",
      gaps: ["1 archivo que no se pudo importar"],
    });
  });
});
