import {
  keepPreviousData,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useIsMutating,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import type { InputOf, OutputOf, ProcedureName } from "#shared/contract/contract.ts";
import { callKey } from "./query-key.ts";
import type { Transport } from "./transport.ts";
import { useClient } from "./use-client.ts";

/** How a query is asked. */
export interface CallQueryOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** Shows the last answer while the input changes, so that nothing jumps (`isPlaceholderData` tells). */
  readonly keepPrevious?: boolean;
}

/**
 * Asks the backend and keeps the answer until an event says that it is old.
 * `error` is a `RemoteError` for every failure that has a name.
 *
 * @example const { data, error } = useCallQuery("documents.show", { document: documentId });
 */
export function useCallQuery<Name extends ProcedureName>(
  name: Name,
  input: InputOf<Name>,
  options: CallQueryOptions = {},
): UseQueryResult<OutputOf<Name>, Error> {
  const { transport } = useClient();
  return useQuery<OutputOf<Name>, Error, OutputOf<Name>>({
    queryKey: callKey(name, input),
    queryFn: () => transport.call(name, input),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * Calls a command or starts a job. The answers that it makes old are asked for again because of the backend's events.
 *
 * @example const enter = useCallMutation("documents.set"); enter.mutate({ documents, court });
 */
export function useCallMutation<Name extends ProcedureName>(
  name: Name,
): UseMutationResult<OutputOf<Name>, Error, InputOf<Name>> {
  const { transport } = useClient();
  return useMutation<OutputOf<Name>, Error, InputOf<Name>>({
    mutationKey: [name],
    mutationFn: (input) => transport.call(name, input),
  });
}

/** True while a command or the start of a job runs, whoever called it. */
export function useIsCalling(name: ProcedureName): boolean {
  return useIsMutating({ mutationKey: [name] }) > 0;
}

/** Asks ahead of need, e.g. for the page after the one in sight; a failure is left for the view that shows it. */
export function prefetchCall<Name extends ProcedureName>(
  cache: QueryClient,
  transport: Transport,
  name: Name,
  input: InputOf<Name>,
): Promise<void> {
  return cache.prefetchQuery({ queryKey: callKey(name, input), queryFn: () => transport.call(name, input) });
}
