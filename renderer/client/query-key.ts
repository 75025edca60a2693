import type { InputOf, ProcedureName } from "#shared/contract/contract.ts";

/** The key under which the answer to a call is kept. */
export function callKey<Name extends ProcedureName>(name: Name, input: InputOf<Name>): readonly [Name, InputOf<Name>] {
  return [name, input];
}
