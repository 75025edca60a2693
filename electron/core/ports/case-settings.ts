import type { OcrEngineChoice } from "#shared/model/ocr.ts";

/** Choices that belong to the case. */
export interface CaseSettings {
  readonly ocrLanguages: readonly string[];
  readonly ocrPaused: boolean;
  readonly ocrEngine: OcrEngineChoice;
  /** By tag: the GUID under which another program knows it; those that are named nowhere have one of their own. */
  readonly codebookGuids: Readonly<Record<string, string>>;
}

/** Keeps the choices of a case; a new case has English, Spanish and French, OCR not paused, and the engine chosen by itself. */
export interface CaseSettingsStore {
  read(): CaseSettings;
  write(change: Partial<CaseSettings>): void;
}
