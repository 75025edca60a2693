import { useRef, useState } from "react";
import { RemoteError } from "#shared/errors/wire.ts";
import type { SearchOptions } from "#shared/model/search.ts";
import type { TermReport } from "#shared/model/search-report.ts";
import { useClient } from "../../client/use-client.ts";
import { keptAskerOf } from "./kept-askers.ts";

/** A report with the list that it was made of. */
export interface MadeReport {
  readonly text: string;
  readonly options: SearchOptions;
  readonly report: TermReport;
}

/** The state of a term list. */
export interface TermReportState {
  readonly made: MadeReport | null;
  /** Time of its start, in milliseconds since the epoch; null when none runs. */
  readonly runningSince: number | null;
  readonly error: unknown;
  readonly run: (text: string, options: SearchOptions) => void;
  /** Stops what runs; the report of before stays. */
  readonly cancel: () => void;
}

const ASKER = keptAskerOf("term-list");

/** Makes every search of a list. Only one runs at a time; it goes on while other views are shown. */
export function useTermReport(): TermReportState {
  const { transport } = useClient();
  const [made, setMade] = useState<MadeReport | null>(null);
  const [runningSince, setRunningSince] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const turn = useRef(0);

  const run = (text: string, options: SearchOptions) => {
    turn.current += 1;
    const mine = turn.current;
    setError(null);
    setRunningSince(Date.now());
    const { stemming, synonyms, confident, without, filters } = options;
    transport
      .call("search.terms", { text, stemming, synonyms, confident, without, filters, asker: ASKER })
      .then((report) => {
        if (turn.current !== mine) return;
        setMade({ text, options, report });
        setRunningSince(null);
      })
      .catch((thrown: unknown) => {
        if (turn.current !== mine) return;
        setRunningSince(null);
        if (!(thrown instanceof RemoteError && thrown.code === "search/cancelled")) setError(thrown);
      });
  };
  return {
    made,
    runningSince,
    error,
    run,
    cancel: () => {
      turn.current += 1;
      // A newer call of the same asker stops the older one; a list of nothing is over at once, well or not.
      transport.call("search.terms", { text: "# stopped", asker: ASKER }).catch(() => undefined);
      setRunningSince(null);
    },
  };
}
