import type { Schema } from "../open-database.ts";
import { indexMigration1 } from "./index-migration-1.ts";
import { indexMigration2 } from "./index-migration-2.ts";
import { indexMigration3 } from "./index-migration-3.ts";
import { indexMigration4 } from "./index-migration-4.ts";

/** `index.db`: page text, geometry and the full-text index. Can be deleted and rebuilt from the originals. */
export const indexSchema: Schema = {
  name: "index",
  soundnessCheck: "after-a-crash",
  // The pages of a result that is looked at again, and of the one before it. SQLite's default holds a tenth of one.
  cacheKiB: 24_576,
  applicationId: 0x50_52_4f_49, // "PROI"
  migrations: [indexMigration1, indexMigration2, indexMigration3, indexMigration4],
};
