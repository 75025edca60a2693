import { useState } from "react";
import type { InputOf } from "#shared/contract/contract.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useClient } from "../../client/use-client.ts";
import { say } from "../../messages/say.ts";
import { describeError } from "../../ui/describe-error.ts";

type ExportProcedure = "exchange.export-codebook" | "exchange.export-annotations" | "exchange.export-contribution";

/** Writes a file, hands it out and says so. */
export function useExchangeExport() {
  const { announce } = useNavigation();
  const { shell, transport } = useClient();
  const [busy, setBusy] = useState(false);
  const deliver = async <Name extends ExportProcedure>(name: Name, input: InputOf<Name>): Promise<void> => {
    setBusy(true);
    try {
      const file = await transport.call(name, input);
      await shell.deliver(file);
      announce(say("exchange.exported", { name: file.name }));
    } catch (error) {
      const { message, action } = describeError(error);
      announce(`${message} ${action}`, "bad");
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    write: <Name extends ExportProcedure>(name: Name, input: InputOf<Name>): void => void deliver(name, input),
  };
}
