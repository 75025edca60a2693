import type { CertificateStore, IssuedCertificate } from "#core/ports/saved-search-store.ts";
import { type Connection, sql } from "./connection.ts";

/** Certificates in `case.db`. */
export function openCertificateTable(connection: Connection): CertificateStore {
  return {
    insert: ({ certificateId, madeAt, sha256, journalSequence }) => {
      connection.run(sql`
        INSERT INTO search_certificate (certificate_id, made_at, sha256, journal_sequence)
        VALUES (${certificateId}, ${madeAt}, ${sha256}, ${journalSequence})`);
    },
    findBySha256: (sha256) =>
      connection.get<IssuedCertificate>(sql`
        SELECT certificate_id AS certificateId, made_at AS madeAt, sha256, journal_sequence AS journalSequence
        FROM search_certificate WHERE sha256 = ${sha256} ORDER BY made_at LIMIT 1`) ?? null,
  };
}
