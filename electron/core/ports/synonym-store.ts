import type { SynonymId } from "#shared/base/ids.ts";
import type { SynonymGroup } from "#shared/model/search-report.ts";

/** Synonyms of the case. */
export interface SynonymStore {
  /** In the order in which they were made. */
  list(): readonly SynonymGroup[];
  find(synonymId: SynonymId): SynonymGroup | null;
  insert(group: SynonymGroup): void;
  update(group: SynonymGroup): void;
  delete(synonymId: SynonymId): void;
}
