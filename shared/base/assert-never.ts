/**
 * Closes a `switch` over a union: a member that is not handled does not compile.
 * Throws at run time only when data of an unknown shape got past a door.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected member of a closed union: ${JSON.stringify(value)}`);
}
