import { createCodebookReader } from "#adapters/exchange/codebook-reader.ts";
import { exportAnnotations, exportCodebook, exportContribution } from "#core/exchange/export-exchange.ts";
import { importCodebook } from "#core/exchange/import-codebook.ts";
import { importWebAnnotations } from "#core/exchange/import-web-annotations.ts";
import { mergeContribution } from "#core/exchange/merge-contribution.ts";
import { readDecisions } from "#core/exchange/merge-rulings.ts";
import { readAnnotations } from "#core/exchange/read-annotations.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import type { CaseSession } from "./case-session.ts";
import { findInstallation } from "./launch/installation.ts";

type ExchangeHandlers = Pick<Handlers, Extract<keyof Handlers, `exchange.${string}`>>;

/** Handlers of what goes from one program or one person to another. */
export function createExchangeHandlers(session: () => CaseSession): ExchangeHandlers {
  const ports = () => session().ports;
  const codebooks = createCodebookReader();
  const place = () => ({
    caseTitle: session().info().title,
    program: `probative ${findInstallation(import.meta.url).version}`,
  });
  return {
    "exchange.export-codebook": ({ format, ...target }) => exportCodebook(ports(), format, target),
    "exchange.import-codebook": ({ text, format, preview }) =>
      importCodebook(ports(), codebooks, text, format ?? null, preview),
    "exchange.export-annotations": ({ passages, ...target }) =>
      exportAnnotations(ports(), place(), passages ?? null, target),
    "exchange.import-annotations": ({ text, preview }) => importWebAnnotations(ports(), text, preview),
    "exchange.read-annotations": ({ documents }) => readAnnotations(ports(), documents),
    "exchange.export-contribution": ({ passages, ...target }) =>
      exportContribution(ports(), place(), passages ?? null, target),
    "exchange.merge": ({ text, decisions, otherwise, preview }) =>
      mergeContribution(ports(), text, readDecisions(decisions, otherwise), preview),
  };
}
