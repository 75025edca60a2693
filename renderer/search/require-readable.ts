import { ProbativeError } from "#shared/errors/probative-error.ts";
import { RemoteError, toWireError } from "#shared/errors/wire.ts";
import { parseQuery } from "#shared/text/query/parse-query.ts";

/**
 * Reads a query before it is sent: half of what stands in the field while somebody types cannot be understood yet, and
 * the same parser stands behind the backend's door.
 *
 * @throws RemoteError `search/syntax`, exactly as the backend would answer
 */
export function requireReadable(query: string): void {
  const parsed = parseQuery(query);
  if (parsed.kind === "ok") return;
  const { message, offset } = parsed.failure;
  throw new RemoteError(toWireError(new ProbativeError("search/syntax", message, { offset }), () => ""));
}
