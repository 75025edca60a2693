import type { BackendEvent } from "#shared/contract/events.ts";
import type { BookmarkStore, ReadingStore } from "./ports/bookmark-store.ts";
import type { BriefPrinter } from "./ports/brief-printer.ts";
import type { BriefStore } from "./ports/brief-store.ts";
import type { CaseSettingsStore } from "./ports/case-settings.ts";
import type { CertificatePrinter } from "./ports/certificate-printer.ts";
import type { Clock } from "./ports/clock.ts";
import type { DocumentAnnotator } from "./ports/document-annotator.ts";
import type { DocumentConverter } from "./ports/document-converter.ts";
import type { DocumentReader } from "./ports/document-reader.ts";
import type { DocumentStore } from "./ports/document-store.ts";
import type { EditLog } from "./ports/edit-log.ts";
import type { ExportFolder } from "./ports/export-folder.ts";
import type { FileTree } from "./ports/file-tree.ts";
import type { FileVault } from "./ports/file-vault.ts";
import type { IdSource } from "./ports/id-source.ts";
import type { JobStore } from "./ports/job-store.ts";
import type { Journal } from "./ports/journal.ts";
import type { LibraryViewStore } from "./ports/library-view-store.ts";
import type { Log } from "./ports/log.ts";
import type { OcrEngine } from "./ports/ocr-engine.ts";
import type { PassageLinkStore } from "./ports/passage-link-store.ts";
import type { PassageStore, TagStore } from "./ports/passage-store.ts";
import type { PatternFinder } from "./ports/pattern-finder.ts";
import type { RedactionStore } from "./ports/redaction-store.ts";
import type { CertificateStore, SavedSearchStore } from "./ports/saved-search-store.ts";
import type { SearchIndex } from "./ports/search-index.ts";
import type { SynonymStore } from "./ports/synonym-store.ts";
import type { WorkbookWriter } from "./ports/workbook-writer.ts";

/** What use cases need of the program, whatever case is open. */
export interface ProgramPorts {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly reader: DocumentReader;
  readonly converter: DocumentConverter;
  /** The engines that are there: the built-in one, and the system's where it is installed. */
  readonly ocrEngines: () => Promise<readonly OcrEngine[]>;
  readonly annotator: DocumentAnnotator;
  readonly printer: BriefPrinter;
  readonly certificatePrinter: CertificatePrinter;
  readonly workbooks: WorkbookWriter;
  readonly fileTree: FileTree;
  readonly patterns: PatternFinder;
  /** The name under which passages are made: the account name on this machine. */
  readonly author: string;
}

/** What use cases need of the open case. */
export interface CasePorts extends ProgramPorts {
  readonly documents: DocumentStore;
  readonly jobs: JobStore;
  readonly tags: TagStore;
  readonly passages: PassageStore;
  readonly passageLinks: PassageLinkStore;
  readonly briefs: BriefStore;
  readonly edits: EditLog;
  readonly bookmarks: BookmarkStore;
  readonly readings: ReadingStore;
  readonly libraryViews: LibraryViewStore;
  readonly settings: CaseSettingsStore;
  readonly redactions: RedactionStore;
  readonly savedSearches: SavedSearchStore;
  readonly synonyms: SynonymStore;
  readonly certificates: CertificateStore;
  readonly journal: Journal;
  readonly index: SearchIndex;
  readonly vault: FileVault;
  readonly exports: ExportFolder;
  /** Tells every window what happened. */
  publish(event: BackendEvent): void;
}
