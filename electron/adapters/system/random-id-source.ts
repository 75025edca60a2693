import { randomBytes } from "node:crypto";
import type { IdSource } from "#core/ports/id-source.ts";
import { makeId } from "#shared/base/ids.ts";

/** Identifiers from the system's random source. */
export const randomIdSource: IdSource = { next: (kind) => makeId(kind, randomBytes(12)) };
