import type { z } from "zod";
import { bookmarkProcedures } from "./bookmark-procedures.ts";
import { caseProcedures } from "./case-procedures.ts";
import { codebookProcedures, passageWorkProcedures } from "./codebook-procedures.ts";
import type { Procedure } from "./define.ts";
import { exchangeProcedures } from "./exchange-procedures.ts";
import { findProcedures } from "./find-procedures.ts";
import { libraryProcedures } from "./library-procedures.ts";
import { libraryViewProcedures } from "./library-view-procedures.ts";
import { readingProcedures } from "./reading-procedures.ts";
import { keptSearchProcedures, searchProcedures } from "./search-procedures.ts";
import { custodyProcedures, ocrProcedures, understandingProcedures } from "./understanding-procedures.ts";
import { briefProcedures, exportProcedures, passageProcedures, tagProcedures } from "./writing-procedures.ts";

/** The one table of procedures. Doors, clients, command line and docs are derived from it. */
export const contract = {
  ...caseProcedures,
  ...libraryProcedures,
  ...findProcedures,
  ...bookmarkProcedures,
  ...readingProcedures,
  ...libraryViewProcedures,
  ...searchProcedures,
  ...keptSearchProcedures,
  ...understandingProcedures,
  ...ocrProcedures,
  ...custodyProcedures,
  ...tagProcedures,
  ...codebookProcedures,
  ...passageProcedures,
  ...passageWorkProcedures,
  ...exchangeProcedures,
  ...briefProcedures,
  ...exportProcedures,
};

/** The name of a procedure, e.g. `documents.import`. */
export type ProcedureName = keyof typeof contract;

/** What a caller sends (defaults may be left out). */
export type InputOf<Name extends ProcedureName> = z.input<(typeof contract)[Name]["input"]>;

/** What a handler receives, after validation. */
export type ParsedInputOf<Name extends ProcedureName> = z.output<(typeof contract)[Name]["input"]>;

/** What a handler answers. */
export type OutputOf<Name extends ProcedureName> = z.output<(typeof contract)[Name]["output"]>;

/** One handler per procedure: a missing or misnamed one does not compile. */
export type Handlers = {
  readonly [Name in ProcedureName]: (input: ParsedInputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

/** Calls any procedure by name: the shape that every client of the contract has. */
export type Call = <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;

/** True when the text names a procedure. */
export function isProcedureName(text: string): text is ProcedureName {
  return Object.hasOwn(contract, text);
}

/** The definition of a procedure, without its precise types. */
export function procedureOf(name: ProcedureName): Procedure {
  return contract[name];
}

/** All names, in the order of the table. */
export const procedureNames: readonly ProcedureName[] = Object.keys(contract).filter(isProcedureName);
