import type { Schema } from "../open-database.ts";
import { caseMigration1 } from "./case-migration-1.ts";
import { caseMigration2 } from "./case-migration-2.ts";
import { caseMigration3 } from "./case-migration-3.ts";
import { caseMigration4 } from "./case-migration-4.ts";

/** `case.db`: the catalogue and what people made. Small, precious, never rebuilt. */
export const caseSchema: Schema = {
  name: "case",
  soundnessCheck: "always",
  // Read from begin to end once, for the catalogue of search, and row by row after that.
  cacheKiB: 4096,
  applicationId: 0x50_52_4f_43, // "PROC"
  migrations: [caseMigration1, caseMigration2, caseMigration3, caseMigration4],
};
