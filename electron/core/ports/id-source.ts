import type { IdByKind, IdKind } from "#shared/base/ids.ts";

/** Makes new identifiers. */
export interface IdSource {
  next<Kind extends IdKind>(kind: Kind): IdByKind[Kind];
}
