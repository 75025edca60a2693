import type { CaseSettings, CaseSettingsStore } from "#core/ports/case-settings.ts";
import { type Connection, sql } from "./connection.ts";

/** What a new case has. */
const DEFAULTS: CaseSettings = {
  ocrLanguages: ["eng", "spa", "fra"],
  ocrPaused: false,
  ocrEngine: "automatic",
  codebookGuids: {},
};

const NAMES = Object.keys(DEFAULTS) as readonly (keyof CaseSettings)[];

/** Choices of the case, each as JSON in a row of `case_property` of `case.db`; one that was never made has no row. */
export function openCaseSettings(connection: Connection): CaseSettingsStore {
  return {
    read: () => {
      const rows = connection.rows<[string, string]>(sql`SELECT name, value FROM case_property`);
      const made = rows.filter(([name]) => (NAMES as readonly string[]).includes(name));
      return { ...DEFAULTS, ...Object.fromEntries(made.map(([name, value]) => [name, JSON.parse(value)])) };
    },
    write: (change) => {
      connection.transact(() => {
        for (const name of NAMES) {
          const value = change[name];
          if (value === undefined) continue;
          connection.run(sql`
            INSERT INTO case_property (name, value) VALUES (${name}, ${JSON.stringify(value)})
            ON CONFLICT DO UPDATE SET value = excluded.value`);
        }
      });
    },
  };
}
