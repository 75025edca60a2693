import { useState } from "react";
import type { BriefId } from "#shared/base/ids.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { say } from "../messages/say.ts";
import { describeError } from "../ui/describe-error.ts";
import type { BriefEdits } from "./use-brief.ts";

/** Writes the brief to a file and hands it over. What was typed just before is stored first. */
export function useExportBrief(briefId: BriefId, edits: BriefEdits) {
  const { transport, shell } = useClient();
  const { announce } = useNavigation();
  const [busy, setBusy] = useState(false);
  const deliver = async (format: "pdf" | "md") => {
    setBusy(true);
    try {
      await edits.settled();
      const file = await transport.call("export.brief", { brief: briefId, format });
      await shell.deliver(file);
      announce(say("briefs.exported", { name: file.name }));
    } catch (error) {
      const { message, action } = describeError(error);
      announce(`${message} ${action}`, "bad");
    } finally {
      setBusy(false);
    }
  };
  return { deliver: (format: "pdf" | "md") => void deliver(format), busy };
}
