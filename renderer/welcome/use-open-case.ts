import { useClient } from "../client/use-client.ts";
import { useCallMutation } from "../client/use-query-call.ts";

/** The ways into a case that need no form. */
export interface OpenCase {
  readonly open: (directory: string) => void;
  readonly openSample: () => void;
  readonly chooseFolder: (purpose: "open" | "create") => Promise<string | null | "unavailable">;
  /** Of the latest attempt, or null. */
  readonly error: unknown;
  /** The folder that is being opened. */
  readonly openingDirectory: string | null;
  readonly isOpeningSample: boolean;
}

/** Opens cases; the window changes by itself when one is open, because the backend tells so. */
export function useOpenCase(): OpenCase {
  const { shell } = useClient();
  const open = useCallMutation("case.open");
  const sample = useCallMutation("case.create-sample");
  return {
    open: (directory) => {
      sample.reset();
      open.mutate({ directory });
    },
    openSample: () => {
      open.reset();
      sample.mutate({});
    },
    chooseFolder: (purpose) => shell.chooseCaseFolder(purpose),
    error: open.error ?? sample.error,
    openingDirectory: open.isPending ? open.variables.directory : null,
    isOpeningSample: sample.isPending,
  };
}
